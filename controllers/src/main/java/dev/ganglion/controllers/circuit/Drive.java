package dev.ganglion.controllers.circuit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What synapses bring to some neurons in an inner step.
 *
 * @param input Σ w x over chemical synapses, {@code [batch, neurons]}
 * @param conductance Σ |w x| over chemical synapses, {@code [batch, neurons]}; costs a product of its own
 * @param junctions gap junctions onto the neurons; null if they have none
 */
public record Drive(
        Operand<TFloat32> input,
        Supplier<Operand<TFloat32>> conductance,
        @Nullable Junctions junctions) {
    /**
     * Gap junctions onto some neurons.
     *
     * @param inflow Σ g v over the neurons on the other side, {@code [batch, neurons]}
     * @param conductance Σ g, in a form that broadcasts to {@code [batch, neurons]}
     */
    public record Junctions(Operand<TFloat32> inflow, Operand<TFloat32> conductance) {}

    /** Input and the current Σ g (v_other − v_own) through gap junctions, {@code [batch, neurons]}. */
    Operand<TFloat32> current(Ops tf, Operand<TFloat32> voltage) {
        return junctions == null
                ? input
                : tf.math.add(input, tf.math.sub(junctions.inflow(), tf.math.mul(junctions.conductance(), voltage)));
    }
}
