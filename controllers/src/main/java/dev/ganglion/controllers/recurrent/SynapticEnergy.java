package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.tensor.Products;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Energy that synapses spend in a step: the power of a conductance under a voltage, |efficacy| · activity², summed over
 * the synapses of a unit and averaged over units. Biases cost nothing. Dimensionless, at least 0.
 *
 * <p>Source: Rodriguez, Guo and Moraitis (2022), "Short-term plasticity neurons learning to learn and forget". It is a
 * measure, never part of a loss.
 */
public final class SynapticEnergy {
    /** Name under which a controller's step gives it among its measures. */
    public static final String NAME = "energy";

    private SynapticEnergy() {}

    /**
     * Energy of synapses that are the same for all samples.
     *
     * @param weights {@code [in, out]}; a unit that has several gates has a column for each
     * @param activity presynaptic activity, {@code [batch, in]}
     * @param units number of units to average over
     * @return {@code [batch]}
     */
    public static Operand<TFloat32> ofShared(Ops tf, Operand<TFloat32> weights, Operand<TFloat32> activity, int units) {
        Operand<TFloat32> power = Products.product(tf, tf.math.square(activity), tf.math.abs(weights));
        return tf.math.div(tf.reduceSum(power, tf.constant(-1)), tf.constant((float) units));
    }

    /**
     * Energy of synapses that every sample has of its own, unit by unit.
     *
     * @param efficacies {@code [batch, post, pre]}
     * @param activity presynaptic activity, {@code [batch, pre]}
     * @return {@code [batch, post]}
     */
    public static Operand<TFloat32> ofSamples(Ops tf, Operand<TFloat32> efficacies, Operand<TFloat32> activity) {
        return SampleMatrices.product(tf, tf.math.abs(efficacies), tf.math.square(activity));
    }
}
