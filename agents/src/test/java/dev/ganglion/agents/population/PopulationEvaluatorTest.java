package dev.ganglion.agents.population;

import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationEvaluatorTest {
    private static final int CANDIDATES = 3;

    @ParameterizedTest
    @CsvSource({
        "swimmer/swim:joints=3, ncap",
        "swimmer/swim:joints=3, ncap:sharing=off",
        "swimmer/swim:joints=3, connectome",
        "cartpole/swingup, mlp:hidden=8",
        "cartpole/swingup, gru:hidden=4",
        "quadruped/walk, spinal"
    })
    void evaluate_aBatchOfCandidates_isEachByItself(String where, String what) {
        EnvironmentChoice environment = Environments.parse(where);
        ControllerChoice choice = Controllers.parse(what);
        Controller controller = choice.bind(environment.create().spec());
        int size = environment.create().spec().observation().size();
        TrialPlan plan = new TrialPlan(
                0,
                CANDIDATES,
                1,
                candidate -> parameters(controller, candidate),
                trial -> 11 + trial,
                RowNormaliser.identity(size),
                true);
        try (PopulationEvaluator evaluator =
                new PopulationEvaluator(environment, controller, plan.trials(), 2, 2, () -> false)) {
            List<Trial> trials = evaluator.evaluate(plan).orElseThrow();

            then(trials).hasSize(CANDIDATES);
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                Trial trial = trials.get(candidate);
                then(trial.seed()).isEqualTo(11 + candidate);
                then(trial.observations()).hasSize(trial.length() * size);
                // The first steps agree to rounding; later ones need not, since bodies in contact magnify it.
                float[] alone = observations(environment, choice, parameters(controller, candidate), 11 + candidate);
                then(Arrays.copyOf(trial.observations(), alone.length)).containsExactly(alone, within(1e-3f));
            }
            then(trials.get(0).observations()).isNotEqualTo(trials.get(1).observations());
        }
    }

    @Test
    void evaluate_stoppedAmidAGeneration_givesNothing_andTheSameBitsWhenTriedAgain() {
        EnvironmentChoice environment = Environments.parse("swimmer/swim:joints=3,time-limit=30");
        Controller controller =
                Controllers.parse("ncap").bind(environment.create().spec());
        TrialPlan plan = new TrialPlan(
                0,
                CANDIDATES,
                1,
                candidate -> parameters(controller, candidate),
                trial -> 11,
                RowNormaliser.identity(environment.create().spec().observation().size()),
                false);
        AtomicInteger asked = new AtomicInteger();
        try (PopulationEvaluator left = new PopulationEvaluator(
                        environment,
                        controller,
                        CANDIDATES,
                        2,
                        1,
                        () -> asked.incrementAndGet() > 10 && asked.get() < 20);
                PopulationEvaluator undisturbed =
                        new PopulationEvaluator(environment, controller, CANDIDATES, 2, 1, () -> false)) {
            then(left.evaluate(plan)).isEmpty();
            then(asked.get()).as("in the first batch").isBetween(11, 19);
            asked.set(100);

            then(returns(left.evaluate(plan))).isEqualTo(returns(undisturbed.evaluate(plan)));
        }
    }

    private static List<Double> returns(Optional<List<Trial>> trials) {
        return trials.orElseThrow().stream().map(Trial::episodeReturn).toList();
    }

    /** Observations of the first steps with a policy that has these parameters for all. */
    private static float[] observations(
            EnvironmentChoice choice, ControllerChoice controller, float[] parameters, long seed) {
        Environment environment = choice.create();
        int size = environment.spec().observation().size();
        float[] all = new float[10 * size];
        float[] action = new float[environment.spec().action().size()];
        float[] observation = new float[size];
        Map<String, double[]> values = new LinkedHashMap<>();
        int at = 0;
        for (ParameterBlock block : controller.bind(environment.spec()).parameters()) {
            double[] part = new double[block.size()];
            for (int i = 0; i < part.length; i++) {
                part[i] = parameters[at++];
            }
            values.put("controller/" + block.name(), part);
        }
        dev.ganglion.agents.Checkpoint checkpoint = new dev.ganglion.agents.Checkpoint(
                choice.name(), 1, controller.name(), "es", 1, 0, 0, values, List.of());
        try (Policy policy = Policy.trained(controller, environment.spec(), checkpoint, Map.of())) {
            environment.reset(seed, observation, 0);
            policy.begin(seed);
            for (int step = 0; step < 10; step++) {
                System.arraycopy(observation, 0, all, step * size, size);
                policy.act(observation, action);
                then(environment.step(action, 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
            }
        }
        return all;
    }

    private static float[] parameters(Controller controller, int candidate) {
        float[] all = new float[0];
        for (ParameterBlock block : controller.parameters()) {
            float[] part = block.initialise(RandomStreams.named(candidate, block.name()));
            java.util.random.RandomGenerator random = RandomStreams.named(candidate, "moved");
            int from = all.length;
            all = Arrays.copyOf(all, from + part.length);
            for (int i = 0; i < part.length; i++) {
                all[from + i] = part[i] + (float) (0.1 * random.nextGaussian());
            }
        }
        return all;
    }
}
