package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.parameter.DenseParameters;
import java.util.List;
import java.util.random.RandomGenerator;

/** Parameters that begin uniformly distributed between two limits. */
public final class UniformWeights {
    private UniformWeights() {}

    /** Values from {@code low} (included) to {@code high} (excluded). */
    public static DenseParameters between(String name, double low, double high, Integer... shape) {
        List<Integer> dimensions = List.of(shape);
        int size = dimensions.stream().reduce(1, Math::multiplyExact);
        return new DenseParameters(name, dimensions, random -> draw(size, low, high, random));
    }

    /**
     * Values from −1/√units to 1/√units, as recurrent layers begin in PyTorch and in the code of the short-term
     * plasticity neurons.
     */
    public static DenseParameters recurrent(String name, int units, Integer... shape) {
        double limit = 1 / Math.sqrt(units);
        return between(name, -limit, limit, shape);
    }

    private static float[] draw(int size, double low, double high, RandomGenerator random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }
}
