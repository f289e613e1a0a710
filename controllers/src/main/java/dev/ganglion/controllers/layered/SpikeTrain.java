package dev.ganglion.controllers.layered;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Turns rates into spikes at even distances: a unit gathers charge, {@code c ← c + rate}, and fires where c ≥ 1, which
 * takes 1 away.
 *
 * <p>Source: the deterministic encoding of Tang et al. (2020), "Deep reinforcement learning with population-coded spiking
 * neural network". A spike has the gradient of its rate, ours.
 *
 * @param spikes 0 or 1, {@code [batch, units]}
 * @param charge c after the step, {@code [batch, units]}
 */
record SpikeTrain(Operand<TFloat32> spikes, Operand<TFloat32> charge) {
    /**
     * An inner step.
     *
     * @param rates spikes in an inner step on average, 0 to 1, {@code [batch, units]}
     * @param charge c before the step, {@code [batch, units]}
     */
    static SpikeTrain step(Ops tf, Operand<TFloat32> rates, Operand<TFloat32> charge) {
        Operand<TFloat32> full = tf.stopGradient(tf.math.add(charge, rates));
        Operand<TFloat32> fired = tf.dtypes.cast(tf.math.greaterEqual(full, tf.constant(1f)), TFloat32.class);
        // The second term is exactly zero; its gradient is 1.
        Operand<TFloat32> gradient = tf.math.sub(rates, tf.stopGradient(rates));
        return new SpikeTrain(tf.math.add(fired, gradient), tf.math.sub(full, fired));
    }
}
