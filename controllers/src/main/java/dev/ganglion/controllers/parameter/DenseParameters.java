package dev.ganglion.controllers.parameter;

import dev.ganglion.controllers.ParameterBlock;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A tensor of unconstrained parameters whose single values have no names, such as a layer's weight matrix: raw and
 * effective values are the same.
 *
 * @param name name, unique within the controller
 * @param shape shape of the tensor, row-major
 * @param initialiser draws the initial values, row-major
 */
public record DenseParameters(String name, List<Integer> shape, Function<RandomGenerator, float[]> initialiser)
        implements ParameterBlock {
    /** Copies the shape. */
    public DenseParameters {
        shape = List.copyOf(shape);
    }

    /** Parameters that all begin at zero. */
    public static DenseParameters zeros(String name, int size) {
        return new DenseParameters(name, List.of(size), random -> new float[size]);
    }

    @Override
    public List<String> elements() {
        return List.of();
    }

    @Override
    public float[] initialise(RandomGenerator random) {
        float[] values = initialiser.apply(random);
        if (values.length != size()) {
            throw new IllegalStateException(name + " has " + size() + " values, not " + values.length);
        }
        return values;
    }

    @Override
    public float[] effective(float[] raw) {
        return raw.clone();
    }

    @Override
    public Operand<TFloat32> effective(Ops tf, Operand<TFloat32> raw) {
        return raw;
    }
}
