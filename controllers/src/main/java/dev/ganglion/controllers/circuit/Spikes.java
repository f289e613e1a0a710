package dev.ganglion.controllers.circuit;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Spikes, and the activity that others see of them.
 *
 * <p>A spike's value is exactly 0 or 1. Its gradient is that of the arc tangent {@code atan(π α u / 2) / π + ½} with α =
 * 2, where u is how far the voltage is above threshold (Fang et al. 2021, "Incorporating learnable membrane time
 * constant to enhance learning of spiking neural networks"). What a spike resets is reset without gradient (Zenke and
 * Vogels 2021).
 *
 * <p>Others see spikes through the transmitter that they leave behind, {@code x ← x + min(1, step / τ) (release · spike −
 * x)}: with a release of 1 and τ no longer than a step, x is the spike itself. In physical synapses too, a spike's
 * effect lasts longer than the spike.
 */
final class Spikes {
    /** Name of τ, in s. */
    static final String DECAY = "synaptic-decay";

    /** Name of the release. */
    static final String RELEASE = "release";

    private static final float SHARPNESS = 2;

    private Spikes() {}

    static List<Constant.Named> constants(Constant decay, Constant release) {
        return List.of(Constant.Named.positive(DECAY, decay), Constant.Named.positive(RELEASE, release));
    }

    /**
     * Whether neurons fire: 1 where u ≥ 0, else 0.
     *
     * @param above how far above threshold, in units of the voltage from rest to threshold or so
     */
    static Operand<TFloat32> fire(Ops tf, Operand<TFloat32> above) {
        Operand<TFloat32> spike = tf.dtypes.cast(tf.math.greaterEqual(above, tf.constant(0f)), TFloat32.class);
        Operand<TFloat32> reach = tf.math.square(tf.math.mul(above, tf.constant((float) (Math.PI * SHARPNESS / 2))));
        Operand<TFloat32> slope = tf.math.div(tf.constant(SHARPNESS / 2), tf.math.add(reach, tf.constant(1f)));
        // The second term is exactly zero; its gradient is the slope. This spares the arc tangent itself.
        Operand<TFloat32> gradient = tf.math.mul(tf.stopGradient(slope), tf.math.sub(above, tf.stopGradient(above)));
        return tf.math.add(spike, gradient);
    }

    /** The voltage where there was no spike, and another where there was one. */
    static Operand<TFloat32> reset(
            Ops tf, Operand<TFloat32> voltage, Operand<TFloat32> spike, Operand<TFloat32> resting) {
        Operand<TFloat32> fired = tf.stopGradient(spike);
        return tf.math.add(voltage, tf.math.mul(fired, tf.math.sub(resting, voltage)));
    }

    /** What is left of transmitter after an inner step. */
    static Operand<TFloat32> transmit(MembraneGraph graph, Operand<TFloat32> before, Operand<TFloat32> spike) {
        Operand<TFloat32> released = graph.tf().math.mul(graph.constant(RELEASE), spike);
        return graph.approach(before, released, graph.rate(DECAY));
    }
}
