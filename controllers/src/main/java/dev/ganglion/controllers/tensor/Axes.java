package dev.ganglion.controllers.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Rearranging the last axes of tensors while those in front, such as batch and population, stay as they are. */
public final class Axes {
    private static final int REST = -1;

    private Axes() {}

    /**
     * Replaces the last axes by others that hold as many values.
     *
     * @param value of known number of axes
     * @param axes number of axes that are replaced
     * @param dimensions lengths of the new axes; at most one may be −1, for as long as is left
     */
    public static Operand<TFloat32> replaceLast(Ops tf, Operand<TFloat32> value, int axes, int... dimensions) {
        int kept = value.shape().numDimensions() - axes;
        int[] shape = new int[kept + dimensions.length];
        for (int axis = 0; axis < kept; axis++) {
            shape[axis] = Math.toIntExact(value.shape().get(axis));
        }
        System.arraycopy(dimensions, 0, shape, kept, dimensions.length);
        if (Arrays.stream(shape).filter(length -> length == REST).count() <= 1) {
            return tf.reshape(value, tf.constant(shape));
        }
        Operand<TInt32> front = tf.stridedSlice(tf.shape(value), Indices.range(0, kept));
        return tf.reshape(value, tf.concat(java.util.List.of(front, tf.constant(dimensions)), tf.constant(0)));
    }

    /** Exchanges two axes, counted from the last, which is 0. */
    public static Operand<TFloat32> exchange(Ops tf, Operand<TFloat32> value, int one, int other) {
        int last = value.shape().numDimensions() - 1;
        int[] order = IntStream.rangeClosed(0, last).toArray();
        order[last - one] = last - other;
        order[last - other] = last - one;
        return tf.linalg.transpose(value, tf.constant(order));
    }

    /** A constant of that shape, from its values row-major. */
    public static Operand<TFloat32> constant(Ops tf, float[] values, long... shape) {
        return tf.reshape(tf.constant(values), tf.constant(Shape.of(shape)));
    }
}
