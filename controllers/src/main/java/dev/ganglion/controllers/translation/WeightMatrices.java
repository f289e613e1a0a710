package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.tensor.Axes;
import dev.ganglion.controllers.tensor.Columns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The weights of a circuit in a graph, laid out as its projections need them. Each matrix is laid out once, however often
 * it is asked for: in a circuit that is unrolled over time, gathering it anew at every step costs more than all else.
 */
final class WeightMatrices {
    private final Ops tf;
    private final Operand<TFloat32> weights;
    private final Map<CircuitLayout.Projection, Operand<TFloat32>> matrices = new HashMap<>();
    private final Map<CircuitLayout.Projection, Operand<TFloat32>> magnitudes = new HashMap<>();

    /**
     * From a vector.
     *
     * @param learned effective weights {@code [groups]}, with a population axis in front if there is one; null if
     *     none is learned
     * @param fixed the weights that are not learned
     */
    WeightMatrices(Ops tf, @Nullable Operand<TFloat32> learned, float[] fixed) {
        this.tf = tf;
        Operand<TFloat32> known = tf.constant(Arrays.copyOf(fixed, fixed.length + 1));
        this.weights = learned == null ? known : followedBy(learned, fixed.length == 0 ? null : known);
    }

    /** The weights of a projection, {@code [rows, columns]}, with a population axis in front if there is one. */
    Operand<TFloat32> of(CircuitLayout.Projection projection) {
        return matrices.computeIfAbsent(projection, this::laidOut);
    }

    /** The same without signs. */
    Operand<TFloat32> magnitudeOf(CircuitLayout.Projection projection) {
        return magnitudes.computeIfAbsent(projection, known -> tf.math.abs(of(known)));
    }

    private Operand<TFloat32> laidOut(CircuitLayout.Projection projection) {
        Shape shape = Shape.of(projection.rows(), projection.columns());
        Operand<TFloat32> matrix = tf.gather(
                weights,
                tf.reshape(tf.constant(projection.groups()), tf.constant(shape)),
                tf.constant(Columns.lastAxis(weights)));
        return projection.isPlain()
                ? matrix
                : tf.math.mul(matrix, Axes.constant(tf, projection.gains(), projection.rows(), projection.columns()));
    }

    /** The weights of single synapses, {@code [synapses]}, with a population axis in front if there is one. */
    Operand<TFloat32> of(int[] groups, float[] gains) {
        return tf.math.mul(Columns.pick(tf, weights, groups), tf.constant(gains));
    }

    /** The weights with the others and a zero behind them, which stands where there is no synapse. */
    private Operand<TFloat32> followedBy(Operand<TFloat32> learned, @Nullable Operand<TFloat32> known) {
        int width = (int) learned.shape().get(Columns.lastAxis(learned));
        int[][] margins = new int[Columns.lastAxis(learned) + 1][2];
        margins[margins.length - 1][1] = known == null ? 1 : (int) known.shape().get(0);
        Operand<TFloat32> padded = tf.pad(learned, tf.constant(margins), tf.constant(0f));
        return known == null
                ? padded
                : tf.math.add(padded, tf.pad(known, tf.constant(new int[][] {{width, 0}}), tf.constant(0f)));
    }
}
