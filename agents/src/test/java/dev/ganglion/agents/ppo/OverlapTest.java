package dev.ganglion.agents.ppo;

import static dev.ganglion.agents.ppo.PpoRuns.SMALL;
import static dev.ganglion.agents.ppo.PpoRuns.bytes;
import static dev.ganglion.agents.ppo.PpoRuns.last;
import static dev.ganglion.agents.ppo.PpoRuns.metric;
import static dev.ganglion.agents.ppo.PpoRuns.numbers;
import static dev.ganglion.agents.ppo.PpoRuns.plan;
import static dev.ganglion.agents.ppo.PpoRuns.run;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rollouts that are collected while the learner learns from the ones before. */
class OverlapTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"mlp:hidden=8", "leaky", "lstm:hidden=4"})
    void train_goesOnToTheBit(String controller) throws IOException {
        String learner = SMALL + ",overlap=on,std-mode=falling";
        List<TrainingEvent> straight = run(plan(controller, learner, 2560, 2), null);
        for (TrainingEvent event : straight.subList(0, straight.size() - 1)) {
            Checkpoint there = event instanceof TrainingEvent.Updated updated
                    ? updated.checkpoint()
                    : ((TrainingEvent.Started) event).checkpoint();
            Path file = directory.resolve("there.checkpoint");
            CheckpointFile.write(file, there);

            List<TrainingEvent> resumed = run(plan(controller, learner, 2560, 1), CheckpointFile.read(file));

            then(bytes(last(resumed))).isEqualTo(bytes(last(straight)));
            for (int i = 1; i < resumed.size() - 1; i++) {
                then(numbers(resumed.get(i))).isEqualTo(numbers(straight.get(straight.size() - resumed.size() + i)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void train_fitsTheCriticToWhatItValued(String normalise) {
        // One gradient step on all of the rollout: its loss is that of the values before it. With λ = 1 the returns do
        // not
        // depend on values of their own rollout but for the last ones.
        String learner = "ppo:rollout=512,minibatch=512,epochs=1,critic-hidden=8,value-clip=1e-6,normalise-returns=off,"
                + "critic-learning-rate=0,overlap=on,normalise-observations=" + normalise;
        List<TrainingEvent> clipped = run(plan("mlp:hidden=8", learner, 2048, 2), null);
        List<TrainingEvent> free =
                run(plan("mlp:hidden=8", learner.replace("value-clip=1e-6", "value-clip=0"), 2048, 2), null);

        // A value that is far from the old one has a larger loss if it is clipped; here it is the old one.
        for (int i = 1; i <= 4; i++) {
            then(metric(clipped.get(i), "losses/value"))
                    .isCloseTo(metric(free.get(i), "losses/value"), within(1e-5 * metric(free.get(i), "losses/value")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void train_actsWithThePolicyBefore(int workers) {
        String learner = "ppo:rollout=512,minibatch=512,epochs=1,learning-rate=0.05,critic-hidden=8,overlap=";
        List<TrainingEvent> overlapping = run(plan("mlp:hidden=8", learner + "on", 2048, workers), null);
        List<TrainingEvent> inTurn = run(plan("mlp:hidden=8", learner + "off", 2048, workers), null);
        List<TrainingEvent> staying =
                run(plan("mlp:hidden=8", learner.replace("0.05", "0") + "off", 2048, workers), null);

        // The first two rollouts are acted with the first policy, so the second update is the first that comes late.
        for (int i = 1; i <= 2; i++) {
            then(metric(overlapping.get(i), "charts/reward")).isEqualTo(metric(staying.get(i), "charts/reward"));
        }
        then(metric(inTurn.get(2), "charts/reward")).isNotEqualTo(metric(staying.get(2), "charts/reward"));
        then(metric(overlapping.get(3), "charts/reward")).isNotEqualTo(metric(staying.get(3), "charts/reward"));
        then(metric(overlapping.get(1), "losses/behaviour_kl")).isLessThan(1e-9);
        for (int i = 2; i <= 4; i++) {
            then(metric(overlapping.get(i), "losses/behaviour_kl")).isBetween(1e-6, 1.0);
            // The ratio is counted from the policy with which the update begins.
            then(metric(overlapping.get(i), "losses/first_ratio_deviation")).isLessThan(1e-6);
        }
    }

    @Test
    void train_ofAPolicyThatStays_isTheSameAsInTurn() {
        String learner = "ppo:rollout=512,learning-rate=0,critic-hidden=8,normalise-critic=off,overlap=";
        List<TrainingEvent> overlapping = run(plan("leaky", learner + "on", 2048, 2), null);
        List<TrainingEvent> inTurn = run(plan("leaky", learner + "off", 2048, 2), null);

        then(overlapping).hasSameSizeAs(inTurn);
        for (int i = 1; i < inTurn.size() - 1; i++) {
            Map<String, Double> numbers = numbers(overlapping.get(i));
            then(Objects.requireNonNull(numbers.remove("losses/behaviour_kl"))).isLessThan(1e-9);
            numbers(inTurn.get(i))
                    .forEach((name, value) -> then(Objects.requireNonNull(numbers.get(name)))
                            .as(name)
                            .isCloseTo(value, within(1e-5 + 1e-4 * Math.abs(value))));
        }
    }

    @Test
    void train_learnsToo() {
        List<TrainingEvent> events = run(
                plan(
                        "mlp:hidden=16",
                        "ppo:rollout=512,minibatch=128,epochs=6,learning-rate=0.003,critic-hidden=16,overlap=on",
                        20_000,
                        2),
                null);

        then(metric(events.get(1), "charts/reward")).isLessThan(0.85);
        then(metric(events.get(events.size() - 2), "charts/reward")).isGreaterThan(0.88);
    }
}
