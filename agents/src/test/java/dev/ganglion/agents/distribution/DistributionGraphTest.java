package dev.ganglion.agents.distribution;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.environments.random.RandomStreams;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The distributions inside a graph against those outside, and divergences against closed forms. */
class DistributionGraphTest {
    private static final int ROWS = 5;

    @Test
    void gaussian_insideAndOutside_agree() {
        RandomGenerator random = RandomStreams.named(3, "graph");
        float[] logStd = {-1.5f, 0.2f, -0.3f};
        float[] means = gaussians(random, ROWS * 3);
        float[] actions = gaussians(random, ROWS * 3);
        DiagonalGaussian outside =
                new DiagonalGaussian(new double[] {Math.exp(-1.5f), Math.exp(0.2f), Math.exp(-0.3f)});

        float[] logProbabilities = run(tf -> new GaussianGraph(tf.constant(logStd), 3)
                .logProbability(tf, table(tf, means, 3), table(tf, actions, 3)));
        float[] entropy = run(tf -> new GaussianGraph(tf.constant(logStd), 3).entropy(tf, table(tf, means, 3)));

        for (int row = 0; row < ROWS; row++) {
            then((double) logProbabilities[row])
                    .isCloseTo(outside.logProbability(means, row * 3, actions, row * 3), within(2e-4));
        }
        then((double) entropy[0]).isCloseTo(outside.entropy(means, 0), within(1e-6));
    }

    @Test
    void categorical_insideAndOutside_agree() {
        float[] logits = gaussians(RandomStreams.named(4, "graph"), ROWS * 4);
        float[] actions = {0, 3, 2, 1, 3};
        Categorical outside = new Categorical(4);

        float[] logProbabilities =
                run(tf -> new CategoricalGraph(4).logProbability(tf, table(tf, logits, 4), table(tf, actions, 1)));
        float[] entropy = run(tf -> new CategoricalGraph(4).entropy(tf, table(tf, logits, 4)));

        for (int row = 0; row < ROWS; row++) {
            then((double) logProbabilities[row])
                    .isCloseTo(outside.logProbability(logits, row * 4, actions, row), within(1e-6));
            then((double) entropy[row]).isCloseTo(outside.entropy(logits, row * 4), within(1e-6));
        }
    }

    @Test
    void divergence_betweenGaussians_isTheClosedForm() {
        // KL(N(0, 1) ‖ N(1, 2²)) = log 2 + (1 + 1)/8 − ½, and nothing where both are alike.
        float[] divergence = run(tf -> new GaussianGraph(tf.constant(new float[] {(float) Math.log(2), 0}), 2)
                .divergence(
                        tf,
                        table(tf, new float[] {0, 5}, 2),
                        tf.constant(new float[] {0, 0}),
                        table(tf, new float[] {1, 5}, 2)));

        then((double) divergence[0]).isCloseTo(Math.log(2) + 0.25 - 0.5, within(1e-6));
    }

    @Test
    void divergence_betweenChoices_isTheClosedForm() {
        // old (½, ½), new (¼, ¾): ½ log 2 + ½ log ⅔
        float[] divergence = run(tf -> new CategoricalGraph(2)
                .divergence(
                        tf,
                        table(tf, new float[] {1, 1}, 2),
                        tf.constant(new float[0]),
                        table(tf, new float[] {0, (float) Math.log(3)}, 2)));

        then((double) divergence[0]).isCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3), within(1e-6));
    }

    private static float[] gaussians(RandomGenerator random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Operand<TFloat32> table(Ops tf, float[] values, int width) {
        return tf.reshape(tf.constant(values), tf.constant(new int[] {-1, width}));
    }

    private static float[] run(Function<Ops, Operand<TFloat32>> build) {
        var built = GraphSession.build((graph, tf) -> build.apply(tf));
        try (GraphSession session = built.session();
                Result result = session.runner().fetch(built.operations()).run()) {
            return Results.floats(result.get(0));
        }
    }
}
