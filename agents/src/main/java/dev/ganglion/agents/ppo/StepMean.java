package dev.ganglion.agents.ppo;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Means over the steps of a minibatch that count.
 *
 * @param mask 1 for a step that counts and 0 for one that fills up a chunk, {@code [step]}; null if all count
 */
record StepMean(@Nullable Operand<TFloat32> mask) {
    /** The mean of one value per step, {@code [step]}. */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> values) {
        if (mask == null) {
            return tf.math.mean(values, tf.constant(0));
        }
        Operand<TFloat32> sum = tf.reduceSum(tf.math.mul(values, mask), tf.constant(0));
        return tf.math.div(sum, tf.math.maximum(tf.reduceSum(mask, tf.constant(0)), tf.constant(1f)));
    }
}
