package dev.ganglion.controllers.tensor;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Picking and joining along the last axis, of tensors of any number of axes.
 *
 * <p>The axis is always counted from the front: with a negative one TensorFlow Java builds a gradient of {@code gather}
 * that fails when it is run.
 */
public final class Columns {
    private Columns() {}

    /**
     * Some of the columns.
     *
     * @param values {@code […, columns]}
     * @param columns which, in which order; may repeat
     * @return {@code […, columns.length]}
     */
    public static Operand<TFloat32> pick(Ops tf, Operand<TFloat32> values, int... columns) {
        return tf.gather(values, tf.constant(columns), tf.constant(lastAxis(values)));
    }

    /**
     * Neighbouring columns. Its gradient costs a quarter of that of a strided slice.
     *
     * @param values {@code […, columns]}
     * @param begin the first of them
     * @param count how many
     * @return {@code […, count]}
     */
    public static Operand<TFloat32> range(Ops tf, Operand<TFloat32> values, int begin, int count) {
        int[] from = new int[lastAxis(values) + 1];
        int[] sizes = new int[from.length];
        Arrays.fill(sizes, -1);
        from[from.length - 1] = begin;
        sizes[from.length - 1] = count;
        return tf.slice(values, tf.constant(from), tf.constant(sizes));
    }

    /**
     * Columns of several tensors side by side; a single tensor as it is.
     *
     * @param parts tensors that differ in their last axis only
     */
    public static Operand<TFloat32> join(Ops tf, List<Operand<TFloat32>> parts) {
        return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(lastAxis(parts.get(0))));
    }

    /** The last axis of a tensor whose number of axes is known. */
    public static int lastAxis(Operand<TFloat32> values) {
        int axes = values.shape().numDimensions();
        if (axes < 1) {
            throw new IllegalArgumentException(
                    "The number of axes of " + values.op().name() + " must be known, not " + values.shape());
        }
        return axes - 1;
    }
}
