package dev.ganglion.agents.evolution;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in which like weights move together before each goes its own way. */
class SharedStepsTest {
    @TempDir
    private Path directory;

    @Test
    void train_sharedValuesFirst_goesOnToTheBitFromEitherPart() throws IOException {
        String learner = "es:population=4,shared-steps=2500";
        TrainingPlan plan = swim(learner, 8000, 2);
        List<TrainingEvent> straight = run(plan, null);
        then(straight).hasSize(1 + 2 + 1);

        for (int i : new int[] {0, 1}) {
            Checkpoint checkpoint = i == 0
                    ? ((TrainingEvent.Started) straight.get(0)).checkpoint()
                    : ((TrainingEvent.Updated) straight.get(i)).checkpoint();
            then(bytes(last(run(swim(learner, 8000, 1), checkpoint)))).isEqualTo(bytes(last(straight)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es:population=4", "ars:directions=2", "ga:population=4,elite=1"})
    void train_ofAConnectome_movesLikeSynapsesTogetherAtFirst_andGoesOnToTheBit(String learner) throws IOException {
        String searched = learner + ",shared-steps=200";
        List<TrainingEvent> straight = run(worm(searched, 2), null);
        List<TrainingEvent.Updated> updates = updates(straight);
        then(updates).hasSize(4);
        double[] start = ((TrainingEvent.Started) straight.get(0)).checkpoint().value("controller/weights");

        // Two generations reach the shared steps, and the other two move each synapse by itself.
        then(moves(start, updates.get(1)).values())
                .hasSizeGreaterThan(100)
                .allSatisfy(kind -> then(kind).hasSize(1));
        then(moves(start, updates.get(2)).values())
                .anySatisfy(kind -> then(kind).hasSizeGreaterThan(30));
        then(bytes(last(run(worm(searched, 1), updates.get(0).checkpoint())))).isEqualTo(bytes(last(straight)));
        then(bytes(last(run(worm(searched, 3), updates.get(2).checkpoint())))).isEqualTo(bytes(last(straight)));
    }

    /** By how much the weights of each kind have moved, to the rounding of a sum; kinds are pairs of classes of neurons. */
    private static Map<String, Set<Long>> moves(double[] start, TrainingEvent.Updated update) {
        TrainingPlan plan = worm("es", 1);
        List<String> names = plan.controller()
                .bind(plan.environment().create().spec())
                .parameters()
                .get(0)
                .elements();
        double[] now = update.checkpoint().value("controller/weights");
        Map<String, Set<Long>> moves = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String kind = names.get(i).split("/", 2)[0];
            moves.computeIfAbsent(kind, name -> new HashSet<>()).add(Math.round((now[i] - start[i]) * 1e9));
        }
        return moves;
    }

    private static TrainingPlan worm(String learner, int workers) {
        return new TrainingPlan(
                Environments.parse("swimmer/swim:time-limit=25"),
                Controllers.parse("connectome:sharing=off"),
                Learners.parse(learner),
                400,
                1,
                2,
                workers);
    }

    private static TrainingPlan swim(String learner, long steps, int workers) {
        return new TrainingPlan(
                Environments.parse("swimmer/swim:joints=3"),
                Controllers.parse("ncap:sharing=off"),
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

    private byte[] bytes(Checkpoint checkpoint) throws IOException {
        Path file = directory.resolve("compared.checkpoint");
        CheckpointFile.write(file, checkpoint);
        return Files.readAllBytes(file);
    }
}
