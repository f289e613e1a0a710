package dev.ganglion.agents.ppo;

import static dev.ganglion.agents.ppo.PpoRuns.SMALL;
import static dev.ganglion.agents.ppo.PpoRuns.bytes;
import static dev.ganglion.agents.ppo.PpoRuns.last;
import static dev.ganglion.agents.ppo.PpoRuns.learner;
import static dev.ganglion.agents.ppo.PpoRuns.metric;
import static dev.ganglion.agents.ppo.PpoRuns.numbers;
import static dev.ganglion.agents.ppo.PpoRuns.plan;
import static dev.ganglion.agents.ppo.PpoRuns.run;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PpoRunTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"mlp:hidden=8", "leaky", "stpn:hidden=32"})
    void train_onAnyNumberOfWorkers_givesTheSameBits(String controller) throws IOException {
        byte[] one = bytes(last(run(plan(controller, SMALL, 1536, 1), null)));

        then(bytes(last(run(plan(controller, SMALL, 1536, 2), null)))).isEqualTo(one);
        then(bytes(last(run(plan(controller, SMALL, 1536, 4), null)))).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradient-norm=separate",
                "target-kl=1e-5,kl-stop=policy",
                "target-kl=1e-5,kl-stop=all",
                "critic-memory=lstm,critic-units=5,max-gradient-norm=0",
                "non-finite=skip,std-mode=falling,clip-schedule=linear",
                "overlap=on",
                "overlap=on,std-mode=falling,clip-schedule=linear,critic-memory=gru,critic-units=5"
            })
    void train_onAnyNumberOfWorkers_reportsTheSame(String options) throws IOException {
        String learner = SMALL + "," + options;
        List<TrainingEvent> one = run(plan("mlp:hidden=8", learner, 1536, 1), null);
        List<TrainingEvent> three = run(plan("mlp:hidden=8", learner, 1536, 3), null);

        then(bytes(last(three))).isEqualTo(bytes(last(one)));
        then(three).hasSameSizeAs(one).hasSize(5);
        for (int i = 1; i < 4; i++) {
            then(numbers(three.get(i))).isEqualTo(numbers(one.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp:hidden=8", "leaky", "lstm:hidden=4"})
    void train_fromACheckpointFile_goesOnToTheBit(String controller) throws IOException {
        byte[] straight = bytes(last(run(plan(controller, SMALL, 2048, 2), null)));
        Path file = directory.resolve("half.checkpoint");
        CheckpointFile.write(file, last(run(plan(controller, SMALL, 1024, 2), null)));

        List<TrainingEvent> resumed = run(plan(controller, SMALL, 2048, 1), CheckpointFile.read(file));

        then(resumed.get(0).steps()).isEqualTo(1024);
        then(resumed).hasSize(1 + 2 + 1);
        then(bytes(last(resumed))).isEqualTo(straight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp:hidden=8", "leaky"})
    void train_withACriticThatRemembers_goesOnToTheBit(String controller) throws IOException {
        String learner = SMALL + ",critic-memory=gru,critic-units=5";
        byte[] straight = bytes(last(run(plan(controller, learner, 2048, 2), null)));
        Path file = directory.resolve("half.checkpoint");
        CheckpointFile.write(file, last(run(plan(controller, learner, 1024, 4), null)));

        then(bytes(last(run(plan(controller, learner, 2048, 1), CheckpointFile.read(file)))))
                .isEqualTo(straight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void checkpoint_ofARunThatNormalises_isWatchedThroughTheSameStatistics(String normalise) {
        TrainingPlan plan = plan("mlp:hidden=8", "ppo:rollout=512,normalise-observations=" + normalise, 1024, 1);
        Checkpoint checkpoint = last(run(plan, null));

        try (Policy policy =
                Policy.trained(plan.controller(), plan.environment().create().spec(), checkpoint, Map.of())) {
            float[] mean = policy.view().mean();
            if (normalise.equals("off")) {
                then(mean).containsOnly(0);
            } else {
                List<Double> kept = new ArrayList<>();
                plan.environment().create().spec().observation().signals().forEach(signal -> {
                    double[] moments = checkpoint.value("normaliser/" + signal.name());
                    for (int i = 0; i < signal.size(); i++) {
                        kept.add(moments[1 + i]);
                    }
                });
                then(mean).hasSize(kept.size());
                for (int i = 0; i < mean.length; i++) {
                    then((double) mean[i]).isCloseTo(kept.get(i), within(1e-6));
                }
                then(policy.view().clip()).isEqualTo(10);
            }
        }
    }

    @Test
    void train_withAnotherSeed_givesOtherBits() throws IOException {
        TrainingPlan plan = plan("mlp:hidden=8", SMALL, 512, 1);
        TrainingPlan other =
                new TrainingPlan(plan.environment(), plan.controller(), plan.learner(), 512, 2, plan.environments(), 1);

        then(last(run(plan, null)).value("controller/layer-0/weights"))
                .isNotEqualTo(last(run(other, null)).value("controller/layer-0/weights"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "choice"})
    void train_onAToy_improvesItsReturn(String action) {
        List<TrainingEvent> events = run(
                new TrainingPlan(
                        PointProvider.choice("action=" + action),
                        Controllers.parse("mlp:hidden=16"),
                        learner("ppo:rollout=512,minibatch=128,epochs=6,learning-rate=0.003,critic-hidden=16"),
                        20_000,
                        1,
                        16,
                        1),
                null);

        // Standing still earns 1 − E[x²]/4 = 1 − 0.75/4 ≈ 0.81 a step.
        then(metric(events.get(1), "charts/reward")).isLessThan(0.85);
        then(metric(events.get(events.size() - 2), "charts/reward")).isGreaterThan(0.9);
    }

    @Test
    void train_withRecurrence_learnsToo() {
        List<TrainingEvent> events = run(
                plan(
                        "leaky",
                        "ppo:rollout=512,minibatch=128,chunk=5,epochs=6,learning-rate=0.003,critic-hidden=16,"
                                + "critic-state=on",
                        20_000,
                        1),
                null);

        then(metric(events.get(events.size() - 2), "charts/reward")).isGreaterThan(0.87);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaky", "stpn:hidden=4", "lstm:hidden=4", "mlp:hidden=4"})
    void firstRatio_ofRecurrentControllersAcrossEpisodes_isOne(String controller) {
        List<TrainingEvent> events = run(
                plan(
                        controller,
                        "ppo:rollout=512,minibatch=512,chunk=7,critic-hidden=8,critic-memory=lstm,critic-units=4",
                        1024,
                        1),
                null);

        then(metric(events.get(1), "losses/first_ratio_deviation")).isLessThan(1e-4);
        then(metric(events.get(2), "losses/first_ratio_deviation")).isLessThan(1e-4);
    }

    @Test
    void train_stepsOnlyForRequestedEvents() {
        TestSubscriber<TrainingEvent> subscriber = new TestSubscriber<>(0);
        learner(SMALL)
                .provider()
                .train(plan("mlp:hidden=8", SMALL, 1_000_000, 2), null)
                .subscribe(subscriber);

        subscriber.request(1);
        then(subscriber.values()).hasSize(1).first().isInstanceOf(TrainingEvent.Started.class);
        then(workers()).isZero();
        subscriber.request(2);
        then(subscriber.values()).hasSize(3);
        then(subscriber.values().get(2).steps()).isEqualTo(1024);
        // One helper; the thread that asks for events is the other worker.
        then(workers()).isEqualTo(1);
        subscriber.cancel();

        then(workers()).isZero();
        subscriber.assertNotComplete().assertNoErrors();
    }

    @Test
    void train_disposedManyTimes_leavesNoThread() {
        int before = Thread.activeCount();
        for (int i = 0; i < 5; i++) {
            TestSubscriber<TrainingEvent> subscriber = new TestSubscriber<>(2);
            learner(SMALL)
                    .provider()
                    .train(plan("mlp:hidden=8", SMALL, 100_000, 2), null)
                    .subscribe(subscriber);
            subscriber.cancel();
        }
        then(Thread.activeCount()).isLessThanOrEqualTo(before);
    }

    @Test
    void train_ofABrokenObservation_namesEnvironmentStepAndSignal() {
        EnvironmentChoice broken = PointProvider.choice("nan-at=5");
        TrainingPlan plan = new TrainingPlan(broken, Controllers.parse("mlp:hidden=8"), learner(SMALL), 2048, 1, 8, 2);

        thenThrownBy(() -> run(plan, null))
                .hasMessageContaining("point/position")
                .hasMessageContaining("toy/point")
                .hasMessageContaining("NaN");
    }

    @Test
    void train_fromACheckpointOfAnotherRun_isRefused() {
        Checkpoint checkpoint = last(run(plan("mlp:hidden=8", SMALL, 512, 1), null));

        thenThrownBy(() -> run(plan("mlp:hidden=9", SMALL, 1024, 1), checkpoint))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("controller is mlp:hidden=8, not mlp:hidden=9");
    }

    @Test
    void train_ofARuleOnRandomWeightsInChunksOfOneStep_isRefused() {
        TrainingPlan plan = new TrainingPlan(
                Environments.parse("cartpole/balance"),
                Controllers.parse("plastic:hidden=4"),
                learner("ppo:rollout=64,minibatch=64,chunk=1"),
                64,
                1,
                8,
                1);

        thenThrownBy(() -> run(plan, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plastic:hidden=4")
                .hasMessageContaining("take chunk=2 or more");
    }

    @Test
    void started_countsTheControllersParametersAlone() {
        TrainingEvent.Started started = (TrainingEvent.Started)
                run(plan("mlp:hidden=8", SMALL, 512, 1), null).get(0);

        // 2·8 + 8 weights and biases in, 8 + 1 out
        then(started.parameters()).isEqualTo(33);
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("toy/point worker"))
                .count();
    }
}
