package dev.ganglion.agents.optimiser;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class OptimiserTest {
    private static final AdamVector.Decay DECAY = new AdamVector.Decay(0.9, 0.999, 1e-5);

    @Test
    void step_repeated_agreesWithALoopInDoublePrecision() {
        int size = 7;
        int steps = 200;
        RandomGenerator random = RandomStreams.named(6, "adam");
        float[][] gradients = new float[steps][size];
        double[] stepSizes = new double[steps];
        for (int t = 0; t < steps; t++) {
            stepSizes[t] = 1e-2 * (1 - t / (double) steps);
            for (int i = 0; i < size; i++) {
                gradients[t][i] = (float) (random.nextGaussian() * Math.pow(10, i - 3));
            }
        }
        float[] start = {1, -1, 0, 2, 3, -4, 0.5f};

        float[] inGraph = descend(start, gradients, stepSizes);
        double[] byHand = descendByHand(start, gradients, stepSizes);

        for (int i = 0; i < size; i++) {
            then((double) inGraph[i]).as("component %d", i).isCloseTo(byHand[i], within(2e-5));
        }
    }

    private static float[] descend(float[] start, float[][] gradients, double[] stepSizes) {
        record Built(AdamVector vector, Placeholder<TFloat32> gradient, List<Placeholder<TFloat32>> rates, Op step) {}
        var built = GraphSession.build((graph, tf) -> {
            AdamVector vector = new AdamVector(tf, start.length);
            Placeholder<TFloat32> gradient = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(start.length)));
            List<Placeholder<TFloat32>> rates = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                rates.add(tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
            }
            Op step = vector.step(tf, gradient, new AdamVector.Rates(rates.get(0), rates.get(1), rates.get(2)), DECAY);
            return new Built(vector, gradient, rates, step);
        });
        try (GraphSession session = built.session()) {
            Built graph = built.operations();
            graph.vector.load(session, AdamVector.Content.fresh(start));
            for (int t = 0; t < gradients.length; t++) {
                try (HostTensor gradient = HostTensor.of(gradients[t], start.length);
                        TFloat32 stepSize = TFloat32.scalarOf((float) stepSizes[t]);
                        TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(DECAY.beta1(), t + 1.0));
                        TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(DECAY.beta2(), t + 1.0))) {
                    session.runner()
                            .feed(graph.gradient, gradient.tensor())
                            .feed(graph.rates.get(0), stepSize)
                            .feed(graph.rates.get(1), power1)
                            .feed(graph.rates.get(2), power2)
                            .addTarget(graph.step)
                            .run()
                            .close();
                }
            }
            return graph.vector.read(session).values();
        }
    }

    private static double[] descendByHand(float[] start, float[][] gradients, double[] stepSizes) {
        double[] values = new double[start.length];
        double[] mean = new double[start.length];
        double[] square = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            values[i] = start[i];
            for (int t = 0; t < gradients.length; t++) {
                double gradient = gradients[t][i];
                mean[i] = 0.9 * mean[i] + 0.1 * gradient;
                square[i] = 0.999 * square[i] + 0.001 * gradient * gradient;
                double rate = stepSizes[t] * Math.sqrt(1 - Math.pow(0.999, t + 1.0)) / (1 - Math.pow(0.9, t + 1.0));
                values[i] -= rate * mean[i] / (Math.sqrt(square[i]) + 1e-5);
            }
        }
        return values;
    }

    @Test
    void load_andRead_giveParametersAndMomentsBackToTheBit() {
        var built = GraphSession.build((graph, tf) -> new AdamVector(tf, 2));
        AdamVector.Content content = new AdamVector.Content(
                new float[] {1.1f, -2}, new float[] {0.3f, 1e-20f}, new float[] {7, Float.MIN_VALUE});
        try (GraphSession session = built.session()) {
            built.operations().load(session, content);
            AdamVector.Content read = built.operations().read(session);
            then(read.values()).containsExactly(content.values());
            then(read.mean()).containsExactly(content.mean());
            then(read.square()).containsExactly(content.square());

            built.operations().loadValues(session, new float[] {5, 6});
            then(built.operations().read(session).values()).containsExactly(5, 6);
            then(built.operations().read(session).mean()).containsExactly(content.mean());
        }
    }

    @Test
    void split_ofAVector_findsEveryBlockWhereJoinPutIt() {
        ParameterBlock matrix = new DenseParameters("matrix", List.of(2, 3), random -> new float[6]);
        ParameterBlock row = DenseParameters.zeros("row", 2);
        ParameterLayout layout = new ParameterLayout(List.of(matrix, row));
        float[] vector = layout.join(block -> block == matrix ? new float[] {1, 2, 3, 4, 5, 6} : new float[] {7, 8});

        then(vector).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        then(layout.parts(vector)).containsOnlyKeys("matrix", "row");
        then(layout.parts(vector).get("row")).containsExactly(7, 8);
        var built = GraphSession.build((graph, tf) -> {
            Map<String, Operand<TFloat32>> parts = layout.split(tf, tf.constant(vector));
            // The middle column of the matrix plus the row.
            return tf.math.add(
                    tf.gather(tf.withName("m").identity(parts.get("matrix")), tf.constant(1), tf.constant(1)),
                    parts.get("row"));
        });
        try (GraphSession session = built.session();
                Result result = session.runner().fetch(built.operations()).run()) {
            then(Results.floats(result.get(0))).containsExactly(2 + 7, 5 + 8);
        }
    }

    @Test
    void adapted_stepsBySteeringToTheDesiredDivergence() {
        StepSizes sizes = new StepSizes(3e-4, 1e-3);

        then(sizes.adapted(0.021, 0.01)).isEqualTo(new StepSizes(3e-4 / 1.5, 1e-3));
        then(sizes.adapted(0.004, 0.01)).isEqualTo(new StepSizes(3e-4 * 1.5, 1e-3));
        then(sizes.adapted(0.01, 0.01)).isEqualTo(sizes);
        then(sizes.adapted(0, 0.01)).isEqualTo(sizes);
        then(new StepSizes(1.2e-5, 1).adapted(1, 0.01).controller()).isEqualTo(1e-5);
        then(new StepSizes(9e-3, 1).adapted(1e-4, 0.01).controller()).isEqualTo(1e-2);
        then(new StepSizes(5e-2, 1).adapted(1e-4, 0.01).controller()).isEqualTo(5e-2);
    }

    @Test
    void linear_fallsToZeroWithTheStepsThatRemain() {
        StepSizes sizes = new StepSizes(4, 8);

        then(sizes.linear(1)).isEqualTo(sizes);
        then(sizes.linear(0.25)).isEqualTo(new StepSizes(1, 2));
        then(sizes.linear(-0.1)).isEqualTo(new StepSizes(0, 0));
    }
}
