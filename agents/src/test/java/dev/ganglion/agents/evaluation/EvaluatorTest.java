package dev.ganglion.agents.evaluation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.agents.toy.LeakyProvider;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {
    private static final EnvironmentChoice POINT = PointProvider.choice("");
    private static final Behaviour LEAKY = new Behaviour.Untrained(LeakyProvider.choice(""), 5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void evaluate_onAnyNumberOfWorkersAndEpisodes_givesTheSameEpisodes(double noise) {
        List<Double> twenty =
                Evaluator.evaluate(POINT, LEAKY, plan(20, noise, 1)).returns();

        then(Evaluator.evaluate(POINT, LEAKY, plan(20, noise, 3)).returns()).isEqualTo(twenty);
        then(Evaluator.evaluate(POINT, LEAKY, plan(3, noise, 2)).returns()).isEqualTo(twenty.subList(0, 3));
    }

    @Test
    void evaluate_ofAnEpisode_isWhatThePolicyDoesByHand() {
        List<Double> returns = Evaluator.evaluate(
                        POINT, new Behaviour.Untrained(Controllers.parse("mlp:hidden=8"), 4), plan(1, 0, 1))
                .returns();
        Environment point = POINT.create();
        float[] observation = new float[2];
        float[] action = new float[1];
        point.reset(RandomStreams.seed(9, "evaluation/0/reset"), observation, 0);
        double total = 0;
        boolean done = false;
        try (Policy policy = Policy.untrained(Controllers.parse("mlp:hidden=8"), point.spec(), 4, Map.of())) {
            policy.begin(0);
            while (!done) {
                policy.act(observation, action);
                done = point.step(action, 0, observation, 0).isDone();
                total += point.reward();
            }
        }

        then(returns).containsExactly(total);
    }

    @Test
    void evaluate_atRandom_drawsBetweenTheLimits() {
        Evaluation evaluation = Evaluator.evaluate(POINT, new Behaviour.UniformRandom(), plan(400, 0, 2));

        // A symmetric start and symmetric steps end at 0 on average; the position's deviation is below 1.5.
        then(evaluation.measurements().get("final_position_m")).isCloseTo(0, within(5 * 1.5 / Math.sqrt(400)));
        then(evaluation.steps()).isBetween(400L, 400L * 25);
        then(Evaluator.evaluate(PointProvider.choice("action=choice"), new Behaviour.UniformRandom(), plan(8, 0, 1))
                        .standardDeviation())
                .isPositive();
    }

    @Test
    void evaluate_withNoise_changesReturns() {
        then(Evaluator.evaluate(POINT, LEAKY, plan(4, 0.5, 1)).returns())
                .isNotEqualTo(Evaluator.evaluate(POINT, LEAKY, plan(4, 0, 1)).returns());
    }

    @Test
    void evaluate_withAnOverrideThatNamesNothing_isRefused() {
        EvaluationPlan plan = new EvaluationPlan(1, 1, 0, Map.of("prop", 2.0), 1);

        thenThrownBy(() -> Evaluator.evaluate(POINT, LEAKY, plan)).isInstanceOf(InvalidInputException.class);
        thenThrownBy(() -> Evaluator.evaluate(POINT, new Behaviour.UniformRandom(), plan))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("prop");
    }

    @Test
    void evaluate_ofACheckpoint_usesItsParametersAndStatistics() {
        // Mean 1 and deviation ½ of four positions seen; one hidden unit.
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("controller/layer-0/weights", new double[] {-0.2, 0});
        values.put("controller/layer-0/biases", new double[] {0});
        values.put("controller/layer-1/weights", new double[] {1});
        values.put("controller/layer-1/biases", new double[] {0.25});
        values.put(Policy.OBSERVATION_CLIP, new double[] {10});
        values.put("normaliser/point/position", new double[] {4, 1, 1});
        Checkpoint checkpoint = new Checkpoint("toy/point", 1, "mlp:hidden=1", "ppo", 1, 0, 0, values, List.of());

        try (Policy policy =
                Policy.trained(Controllers.parse("mlp:hidden=1"), POINT.create().spec(), checkpoint, Map.of())) {
            float[] action = new float[1];
            policy.begin(1);
            policy.act(new float[] {1.5f, 1}, action);
            // The deviation is √(1/4): (1.5 − 1)/0.5 = 1; tanh(−0.2) + 0.25
            then((double) action[0]).isCloseTo(Math.tanh(-0.2) + 0.25, within(1e-6));
        }
    }

    @Test
    void evaluate_ofACheckpointThatDoesNotFit_saysWhatIsMissing() {
        Checkpoint empty = new Checkpoint("toy/point", 1, "mlp", "ppo", 1, 0, 0, Map.of(), List.of());

        thenThrownBy(() -> Evaluator.evaluate(
                        POINT, new Behaviour.Trained(Controllers.parse("mlp"), empty), plan(1, 0, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("layer-0/weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "choice"})
    void evaluate_ofSampledActions_hangsOnTheSeedAlone(String action) {
        EnvironmentChoice point = PointProvider.choice("action=" + action);
        TrainingPlan plan = new TrainingPlan(
                point,
                Controllers.parse("mlp:hidden=4"),
                Learners.parse("ppo:rollout=64,minibatch=64,epochs=1,std=0.5"),
                64,
                1,
                8,
                1);
        Behaviour trained = new Behaviour.Trained(
                plan.controller(),
                plan.learner()
                        .provider()
                        .train(plan, null)
                        .ofType(TrainingEvent.Finished.class)
                        .blockingFirst()
                        .checkpoint());

        List<Double> likeliest =
                Evaluator.evaluate(point, trained, plan(9, 0, 1)).returns();
        List<Double> drawn = Evaluator.evaluate(point, trained, sampled(9, 1)).returns();

        then(drawn).isNotEqualTo(likeliest);
        then(Evaluator.evaluate(point, trained, sampled(9, 2)).returns()).isEqualTo(drawn);
        then(Evaluator.evaluate(point, trained, sampled(3, 1)).returns()).isEqualTo(drawn.subList(0, 3));
    }

    @Test
    void evaluate_ofSampledCommandsWithoutNoise_isRefused() {
        Behaviour untrained = new Behaviour.Untrained(Controllers.parse("mlp:hidden=4"), 1);

        thenThrownBy(() -> Evaluator.evaluate(POINT, untrained, sampled(1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has learned no noise");
        thenThrownBy(() -> new EvaluationPlan(1, 1, 0.5, true, Map.of(), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("leave out the noise of 0.5");
    }

    private static EvaluationPlan sampled(int episodes, int workers) {
        return new EvaluationPlan(episodes, 9, 0, true, Map.of(), workers);
    }

    private static EvaluationPlan plan(int episodes, double noise, int workers) {
        return new EvaluationPlan(episodes, 9, noise, Map.of(), workers);
    }

    @Test
    void evaluate_ofAControllerThatCanBeMeasured_givesTheMeanOverItsSteps() {
        Behaviour rnn = new Behaviour.Untrained(Controllers.parse("rnn:hidden=3"), 4);
        Environment point = POINT.create();
        float[] observations = new float[Policy.GROUP * 2];
        float[] outputs = new float[Policy.GROUP];
        float[] action = new float[1];
        point.reset(RandomStreams.seed(9, "evaluation/0/reset"), observations, 0);
        double sum = 0;
        int steps = 0;
        try (Policy policy = Policy.untrained(Controllers.parse("rnn:hidden=3"), point.spec(), 4, Map.of());
                GroupPolicy group = policy.group()) {
            float[][] measured = new float[1][Policy.GROUP];
            boolean done = false;
            while (!done) {
                group.step(observations, outputs, measured);
                sum += measured[0][0];
                steps++;
                policy.mode().mode(outputs, 0, action, 0);
                done = point.step(action, 0, observations, 0).isDone();
            }
        }

        then(Evaluator.evaluate(POINT, rnn, plan(1, 0, 1)).measurements()).containsEntry("energy", sum / steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lstm:hidden=4",
                "stpn:hidden=4",
                "fast-weights:hidden=3",
                "circuitnet:units=2,neurons=4,state=carry"
            })
    void evaluate_ofARestoredRecurrentRun_isTheSameToTheBit(String controller, @TempDir Path directory) {
        TrainingPlan plan = new TrainingPlan(
                POINT,
                Controllers.parse(controller),
                Learners.parse("ppo:rollout=256,minibatch=128,epochs=1,chunk=8,critic-hidden=8"),
                512,
                1,
                8,
                1);
        Checkpoint trained = plan.learner()
                .provider()
                .train(plan, null)
                .ofType(TrainingEvent.Finished.class)
                .blockingFirst()
                .checkpoint();
        Path file = directory.resolve("run.checkpoint");

        Evaluation before = evaluation(plan, trained);
        CheckpointFile.write(file, trained);
        Evaluation restored = evaluation(plan, CheckpointFile.read(file));

        then(restored.returns()).isEqualTo(before.returns());
        then(restored.measurements()).isEqualTo(before.measurements());
    }

    private static Evaluation evaluation(TrainingPlan plan, Checkpoint checkpoint) {
        return Evaluator.evaluate(POINT, new Behaviour.Trained(plan.controller(), checkpoint), plan(5, 0, 1));
    }
}
