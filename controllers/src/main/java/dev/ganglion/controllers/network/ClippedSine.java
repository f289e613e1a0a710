package dev.ganglion.controllers.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * ClipSin, a sine up to its first maximum, then a gentle slope: {@code A sin(π x / 6)} for {@code |x| ≤ 3}, {@code
 * sign(x) (A + ε (|x| − 3))} beyond, with A = 3.388235 and ε = 0.01. Its slope at 0 is 1.774, so that layers of it grow
 * until they saturate unless their input is normalised.
 *
 * <p>Source: two independent reimplementations of CircuitNet agree on it; the authors published no code.
 */
public final class ClippedSine {
    private static final float AMPLITUDE = 3.388235f;
    private static final float LIMIT = 3;
    private static final float SLOPE = 0.01f;

    private ClippedSine() {}

    /** Adds the function to a graph. */
    public static Operand<TFloat32> of(Ops tf, Operand<TFloat32> input) {
        Operand<TFloat32> inside = tf.clipByValue(input, tf.constant(-LIMIT), tf.constant(LIMIT));
        Operand<TFloat32> sine = tf.math.sin(tf.math.mul(inside, tf.constant((float) (Math.PI / 6))));
        Operand<TFloat32> beyond = tf.math.mul(tf.math.sub(input, inside), tf.constant(SLOPE));
        return tf.math.add(tf.math.mul(sine, tf.constant(AMPLITUDE)), beyond);
    }
}
