package dev.ganglion.agents.evolution;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.agents.toy.LeakyProvider;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.stream.StepBatch;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionRunTest {
    /** Learners, each with every option that keeps state of its own. */
    static Stream<String> learners() {
        return Stream.of(
                "es:population=6,episodes=2,normalise-observations=on,sigma-decay=0.9",
                "ars:directions=3,top=2,episodes=2,normalise-observations=on,sigma-decay=0.9,weight-decay=0.01",
                "ga:population=6,elite=2,episodes=2,normalise-observations=on,mutation-decay=0.9",
                "cma-es:population=6,episodes=2,normalise-observations=on");
    }

    private static final String SMALL = "es:population=6";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("learners")
    void train_onAnyNumberOfWorkers_givesTheSameBits(String learner) throws IOException {
        byte[] one = bytes(last(run(plan("leaky", learner, 900, 1), null)));

        then(bytes(last(run(plan("leaky", learner, 900, 2), null)))).isEqualTo(one);
        then(bytes(last(run(plan("leaky", learner, 900, 3), null)))).isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void train_fromACheckpointFile_goesOnToTheBit(String learner) throws IOException {
        List<TrainingEvent> straight = run(plan("mlp:hidden=4", learner, 1500, 2), null);
        for (TrainingEvent event : straight) {
            if (event instanceof TrainingEvent.Updated updated && updated.update() % 2 == 1) {
                Path file = directory.resolve("half.checkpoint");
                CheckpointFile.write(file, updated.checkpoint());
                List<TrainingEvent> resumed = run(plan("mlp:hidden=4", learner, 1500, 1), CheckpointFile.read(file));

                then(resumed.get(0).steps()).isEqualTo(updated.steps());
                then(bytes(last(resumed))).isEqualTo(bytes(last(straight)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"push", "choice"})
    void train_onAToy_improvesItsReturn(String action) {
        for (String learner : List.of(
                "es:population=16,sigma=0.3,learning-rate=0.1,episodes=4",
                "ars:directions=8,top=4,sigma=0.3,step-size=0.3,episodes=4",
                "ga:population=16,elite=4,mutation=0.3,episodes=4",
                "cma-es:population=16,sigma=0.5,episodes=4")) {
            List<TrainingEvent> events = run(
                    new TrainingPlan(
                            PointProvider.choice("action=" + action),
                            Controllers.parse("mlp:hidden=8"),
                            Learners.parse(learner),
                            60_000,
                            1,
                            16,
                            1),
                    null);

            // Standing still earns 1 − E[x²]/4 = 1 − 0.75/4 ≈ 0.81 a step.
            then(metric(events.get(1), "charts/reward")).as(learner).isLessThan(0.87);
            then(metric(events.get(events.size() - 2), "charts/reward"))
                    .as(learner)
                    .isGreaterThan(0.92);
        }
    }

    @Test
    void updated_countsStepsAndEpisodes() {
        List<TrainingEvent> events = run(plan("mlp:hidden=4", SMALL, 300, 1), null);
        long steps = 0;
        for (TrainingEvent.Updated update : updates(events)) {
            then(update.episodes()).hasSize(6);
            steps += update.episodes().stream()
                    .mapToInt(StepBatch.Ending::length)
                    .sum();
            then(update.steps()).isEqualTo(steps);
            then(update.checkpoint().steps()).isEqualTo(steps);
        }
        // It ends with the first generation that reaches the plan's steps.
        then(steps).isBetween(300L, 299L + 6 * 25);
    }

    @Test
    void commonSeeds_decideWhetherCandidatesMeetTheSameEpisodes() {
        then(seeds("es:population=6")).isEqualTo(1);
        then(seeds("es:population=6,episodes=2")).isEqualTo(2);
        then(seeds("es:population=6,common-seeds=off")).isEqualTo(6);
    }

    private static long seeds(String learner) {
        return updates(run(plan("mlp:hidden=4", learner, 1, 1), null)).get(0).episodes().stream()
                .map(StepBatch.Ending::seed)
                .distinct()
                .count();
    }

    @Test
    void checkpoint_ofARunThatNormalises_isWatchedThroughTheSameStatistics() {
        TrainingPlan plan = plan("mlp:hidden=4", SMALL + ",normalise-observations=on", 500, 1);
        Checkpoint checkpoint = last(run(plan, null));
        Environment environment = plan.environment().create();

        try (Policy policy = Policy.trained(plan.controller(), environment.spec(), checkpoint, Map.of())) {
            then(checkpoint.value("normaliser/point/position")[0]).isEqualTo((double) checkpoint.steps());
            then((double) policy.view().mean()[0]).isEqualTo((float) checkpoint.value("normaliser/point/position")[1]);
            then(policy.view().mean()[1]).isEqualTo(1);
        }
    }

    @Test
    void train_fromACheckpointBeforeTheFirstGeneration_searchesFromItsParameters() {
        TrainingPlan plan = plan("mlp:hidden=4", "es:population=6,sigma=0.001,learning-rate=0", 100, 1);
        Checkpoint fresh = ((TrainingEvent.Started) run(plan, null).get(0)).checkpoint();
        Map<String, double[]> values = new java.util.LinkedHashMap<>(fresh.values());
        values.replaceAll((name, value) -> name.startsWith("controller/")
                ? java.util.Arrays.stream(value).map(x -> x + 1).toArray()
                : value);

        Checkpoint end = last(run(plan, fresh.withValues(values)));

        String name = "controller/layer-0/weights";
        then(end.value(name)).isEqualTo(values.get(name));
    }

    @Test
    void train_stepsOnlyForRequestedEvents_andEndsItsThreads() {
        TestSubscriber<TrainingEvent> subscriber = new TestSubscriber<>(0);
        TrainingPlan plan = plan("mlp:hidden=4", SMALL, 1_000_000, 2);
        plan.learner().provider().train(plan, null).subscribe(subscriber);

        subscriber.request(1);
        then(subscriber.values()).hasSize(1).first().isInstanceOf(TrainingEvent.Started.class);
        then(workers()).isZero();
        subscriber.request(2);
        then(subscriber.values()).hasSize(3);
        then(workers()).isEqualTo(2);
        subscriber.cancel();

        then(workers()).isZero();
        subscriber.assertNotComplete().assertNoErrors();
    }

    @Test
    void train_ofABrokenObservation_namesCandidateEpisodeAndSignal() {
        TrainingPlan plan = new TrainingPlan(
                PointProvider.choice("nan-at=5"),
                Controllers.parse("mlp:hidden=4"),
                Learners.parse("es:population=6,episodes=2"),
                2048,
                1,
                4,
                2);

        thenThrownBy(() -> run(plan, null))
                .isInstanceOf(NumericException.class)
                .hasMessageContaining("The fitness of candidate 0 in generation 0 is not finite: in its episode 0")
                .hasMessageContaining("point/position is NaN at step 4");
    }

    @Test
    void train_fromACheckpointOfAnotherRun_isRefused() {
        Checkpoint checkpoint = last(run(plan("mlp:hidden=8", SMALL, 100, 1), null));

        thenThrownBy(() -> run(plan("mlp:hidden=9", SMALL, 1024, 1), checkpoint))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("controller is mlp:hidden=8, not mlp:hidden=9");
    }

    private static TrainingPlan plan(String controller, String learner, long steps, int workers) {
        return new TrainingPlan(
                PointProvider.choice(""),
                controller.equals("leaky") ? LeakyProvider.choice("") : Controllers.parse(controller),
                Learners.parse(learner),
                steps,
                1,
                4,
                workers);
    }

    private static List<TrainingEvent> run(TrainingPlan plan, @Nullable Checkpoint from) {
        return plan.learner().provider().train(plan, from).toList().blockingGet();
    }

    private static List<TrainingEvent.Updated> updates(List<TrainingEvent> events) {
        return events.stream()
                .filter(TrainingEvent.Updated.class::isInstance)
                .map(TrainingEvent.Updated.class::cast)
                .toList();
    }

    private static Checkpoint last(List<TrainingEvent> events) {
        return ((TrainingEvent.Finished) events.get(events.size() - 1)).checkpoint();
    }

    private static double metric(TrainingEvent event, String name) {
        return Objects.requireNonNull(((TrainingEvent.Updated) event).metrics().get(name));
    }

    private byte[] bytes(Checkpoint checkpoint) throws IOException {
        Path file = directory.resolve("compared.checkpoint");
        CheckpointFile.write(file, checkpoint);
        return Files.readAllBytes(file);
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("toy/point worker"))
                .count();
    }
}
