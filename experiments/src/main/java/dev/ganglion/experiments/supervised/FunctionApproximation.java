package dev.ganglion.experiments.supervised;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.random.RandomGenerator;

/**
 * A function is to be approximated from points drawn uniformly, and is scored on points that were held out. Ours, with
 * the measure that CircuitNet's authors use, the root relative squared error.
 *
 * @param function the function
 */
public record FunctionApproximation(TestFunction function) implements SupervisedTask {
    /** Command-line name. */
    static final String NAME = "function-approximation";

    @Override
    public String name() {
        return NAME + ":function=" + function.word();
    }

    @Override
    public EnvironmentSpec body() {
        return new EnvironmentSpec(
                NAME,
                1,
                new Box(Signals.of(Signal.scalar("point", "1")
                        .withSize(function.dimensions())
                        .within(-1, 1))),
                new Box(Signals.of(Signal.scalar("value", "1"))),
                1,
                1);
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public Goal goal() {
        return Goal.VALUE;
    }

    @Override
    public Standard standard() {
        return new Standard(2_000, 500, 2_000, 500);
    }

    @Override
    public ExampleSet examples(Split split, int size, long seed) {
        RandomGenerator random = RandomStreams.named(seed, split.stream());
        double[][] points = new double[size][function.dimensions()];
        for (double[] point : points) {
            for (int i = 0; i < point.length; i++) {
                point[i] = 2 * random.nextDouble() - 1;
            }
        }
        return new Points(function, points);
    }

    private record Points(TestFunction function, double[][] list) implements ExampleSet {
        @Override
        public int size() {
            return list.length;
        }

        @Override
        public void read(int example, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
            double[] point = list[example];
            for (int i = 0; i < point.length; i++) {
                inputs[inputsAt + i] = (float) point[i];
            }
            targets[targetsAt] = (float) function.at(point);
        }
    }
}
