package dev.ganglion.controllers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Parameters that a learner keeps in one tensor: a layer's weight matrix, or all the weights of a circuit.
 *
 * <p>A learner stores <em>raw</em> values, free to take any real value. The block's parametrisation turns them into
 * the <em>effective</em> values that the controller uses, for example {@code w = s·exp(ω)} for a synapse whose sign
 * {@code s} is fixed.
 */
public interface ParameterBlock {
    /** Name, unique within the controller. */
    String name();

    /** Shape of the tensor, row-major. */
    List<Integer> shape();

    /**
     * Names of the single values, row-major, such as {@code prop} or {@code muscle/3/dorsal/ipsi}; empty for a dense
     * block whose values have no names of their own.
     */
    List<String> elements();

    /** Raw initial values, row-major. */
    float[] initialise(RandomGenerator random);

    /**
     * Effective values of raw ones, outside any graph.
     *
     * @param raw row-major raw values
     */
    float[] effective(float[] raw);

    /** Adds the parametrisation to a graph: effective values of the raw operand, of the same shape. */
    Operand<TFloat32> effective(Ops tf, Operand<TFloat32> raw);

    /** Number of values. */
    default int size() {
        return shape().stream().reduce(1, Math::multiplyExact);
    }
}
