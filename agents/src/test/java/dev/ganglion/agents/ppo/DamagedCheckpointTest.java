package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.stream.EpisodeProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Checkpoints whose bytes are sound and whose content is not. {@code -Dganglion.fuzz.cases=10000} tries more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedCheckpointTest {
    private final TrainingPlan plan = new TrainingPlan(
            PointProvider.choice("action=push"),
            Controllers.parse("mlp:hidden=4"),
            Learners.parse("ppo:rollout=64,minibatch=32,epochs=1,critic-hidden=4,critic-memory=gru,critic-units=3"
                    + ",normalise-observations=on"),
            128,
            1,
            2,
            1);
    private final PpoModel model = PpoModel.of(
            PpoConfig.of(plan.learner().options()),
            plan.environment().create().spec(),
            plan.controller().bind(plan.environment().create().spec()),
            plan.environments());
    private Checkpoint whole = new Checkpoint("", 1, "", "", 1, 0, 0, Map.of(), List.of());

    @BeforeAll
    void train() {
        whole = plan.learner()
                .provider()
                .train(plan, null)
                .ofType(TrainingEvent.Finished.class)
                .blockingFirst()
                .checkpoint();
        then(PpoCheckpoints.read(model, plan, whole).state().update()).isEqualTo(whole.update());
    }

    private void thenRefused(Checkpoint damaged, String reason) {
        thenThrownBy(() -> PpoCheckpoints.read(model, plan, damaged))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }

    private Checkpoint with(String name, double... values) {
        Map<String, double[]> all = new LinkedHashMap<>(whole.values());
        then(all.put(name, values)).as(name).isNotNull();
        return whole.withValues(all);
    }

    @Test
    void read_shortClock_isRefused() {
        thenRefused(with("adam/steps", 1), "number of values of adam/steps is 1, not 2");
    }

    @Test
    void read_noStepSizes_isRefused() {
        thenRefused(with("learning-rate"), "number of values of learning-rate is 0, not 2");
    }

    @Test
    void read_shortReturns_isRefused() {
        thenRefused(with("returns", 1, 2), "number of values of returns is 2, not 3");
    }

    @Test
    void read_rewardsOfOtherEnvironments_isRefused() {
        thenRefused(with("rewards", 1, 2, 3), "number of values of rewards is 3, not 5");
    }

    @Test
    void read_parameterThatIsNoNumber_isRefused() {
        double[] bias = whole.value("controller/layer-0/weights").clone();
        bias[0] = Double.NaN;
        thenRefused(with("controller/layer-0/weights", bias), "controller/layer-0/weights is not finite");
    }

    @Test
    void read_actionsThatAreNone_isRefused() {
        thenRefused(withActions(Float.NaN), "recorded actions are not finite");
    }

    private Checkpoint withActions(float... actions) {
        return withProgress(
                List.of(new EpisodeProgress(0, 1, actions), whole.progress().get(1)));
    }

    private Checkpoint withProgress(List<EpisodeProgress> progress) {
        return new Checkpoint(
                whole.environment(),
                whole.environmentVersion(),
                whole.controller(),
                whole.learner(),
                whole.seed(),
                whole.update(),
                whole.steps(),
                whole.values(),
                progress);
    }

    @Test
    void read_otherNumberOfEpisodes_isRefused() {
        thenRefused(withProgress(whole.progress().subList(0, 1)), "number of environments is 1, not 2");
    }

    @Test
    void trained_statisticsThatDoNotFit_isRefused() {
        for (double[] clip : new double[][] {{}, {1, 2}}) {
            thenThrownBy(() -> Policy.trained(
                            plan.controller(),
                            plan.environment().create().spec(),
                            with(Policy.OBSERVATION_CLIP, clip),
                            Map.of()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("policy/observation-clip is one value, not " + clip.length);
        }
    }

    @Test
    void read_anythingWrong_isReadOrRefusedInASentence() {
        int cases = Integer.getInteger("ganglion.fuzz.cases", 500);
        long seed = Long.getLong("ganglion.fuzz.seed", 1);
        int refused = 0;
        for (int i = 0; i < cases; i++) {
            Checkpoint damaged = damaged(RandomStreams.named(seed, "checkpoint/" + i));
            try {
                PpoCheckpoints.read(model, plan, damaged);
            } catch (InvalidInputException e) {
                then(e.getMessage()).as("case %d of seed %d", i, seed).isNotBlank();
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("case " + i + " of seed " + seed, e);
            }
        }
        then(refused).isBetween(cases / 2, cases);
    }

    private Checkpoint damaged(RandomGenerator random) {
        Map<String, double[]> values = new LinkedHashMap<>(whole.values());
        List<EpisodeProgress> progress = new ArrayList<>(whole.progress());
        for (int i = 0; i <= random.nextInt(3); i++) {
            String name = List.copyOf(values.keySet()).get(random.nextInt(values.size()));
            double[] vector = values.getOrDefault(name, new double[0]).clone();
            switch (random.nextInt(7)) {
                case 0 -> values.remove(name);
                case 1 -> values.put(name, Arrays.copyOf(vector, random.nextInt(vector.length + 3)));
                case 2 -> values.put(name + "x", vector);
                case 3 -> values.put(name, new double[0]);
                case 4 -> {
                    if (vector.length > 0) {
                        vector[random.nextInt(vector.length)] =
                                List.of(Double.NaN, 1e308, -1e308, -0.0, 1e-320).get(random.nextInt(5));
                        values.put(name, vector);
                    }
                }
                case 5 -> progress.add(new EpisodeProgress(-1, random.nextLong(), new float[random.nextInt(9)]));
                default -> progress.remove(0);
            }
            if (values.isEmpty() || progress.isEmpty()) {
                break;
            }
        }
        return withProgress(progress).withValues(values);
    }
}
