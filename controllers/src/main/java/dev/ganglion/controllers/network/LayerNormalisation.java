package dev.ganglion.controllers.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * Brings the values of each sample to mean 0 and variance 1 over the last axis.
 *
 * <p>Source: Ba, Kiros and Hinton (2016), "Layer normalization", arXiv 1607.06450, with the usual 1e-5 added to the
 * variance.
 */
public final class LayerNormalisation {
    private static final float VARIANCE_FLOOR = 1e-5f;

    private LayerNormalisation() {}

    /** Normalised values, of the shape of {@code values}. */
    public static Operand<TFloat32> apply(Ops tf, Operand<TFloat32> values) {
        Operand<TFloat32> centred = tf.math.sub(values, mean(tf, values));
        Operand<TFloat32> variance = mean(tf, tf.math.square(centred));
        return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(VARIANCE_FLOOR))));
    }

    private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
        float size = values.shape().get(values.shape().numDimensions() - 1);
        Operand<TFloat32> sum = tf.reduceSum(values, tf.constant(-1), ReduceSum.keepDims(true));
        return tf.math.div(sum, tf.constant(size));
    }
}
