package dev.ganglion.controllers.circuit;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of the clip to [0, 1] where it holds its input back. The clip's values are the same in every case; at
 * the limits themselves the gradient is 1.
 *
 * <p>A saturated neuron that tells nothing cannot be brought back: in the swimmer the oscillator's weight begins at the
 * very edge, is pushed over it by the first update and never moves again, although the best weight is half as large.
 */
public enum SaturationGradient {
    /** None, as calculus says. */
    EXACT(0),
    /** A tenth of the gradient within the limits; the share is ours. */
    LEAKY(0.1f),
    /** The gradient within the limits, as if there were no clip (Bengio, Léonard and Courville 2013). */
    STRAIGHT_THROUGH(1);

    private final float share;

    SaturationGradient(float share) {
        this.share = share;
    }

    /** The gradient outside the limits as a share of that within. */
    public float share() {
        return share;
    }

    /** Adds the clip to a graph. */
    Operand<TFloat32> clip(Ops tf, Operand<TFloat32> input) {
        Operand<TFloat32> clipped = tf.math.minimum(tf.math.maximum(input, tf.constant(0f)), tf.constant(1f));
        if (share == 0) {
            return clipped;
        }
        Operand<TFloat32> cut = tf.math.sub(input, clipped);
        Operand<TFloat32> nothing = tf.math.sub(cut, tf.stopGradient(cut));
        // The value added is exactly zero; its gradient is that which the clip cuts off.
        return tf.math.add(clipped, share == 1 ? nothing : tf.math.mul(nothing, tf.constant(share)));
    }
}
