package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.tensor.Axes;
import dev.ganglion.controllers.tensor.Columns;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    private final @Nullable Operand<TFloat32> weights;
    private final Map<CircuitLayout.Projection, Operand<TFloat32>> matrices = new HashMap<>();
    private final Map<CircuitLayout.Projection, Operand<TFloat32>> magnitudes = new HashMap<>();

    /**
     * From a vector.
     *
     * @param weights effective weights {@code [groups]}, with a population axis in front if there is one; null if
     *     the circuit has none
     */
    WeightMatrices(Ops tf, @Nullable Operand<TFloat32> weights) {
        this.tf = tf;
        this.weights = weights == null ? null : withZero(weights);
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
        Operand<TFloat32> groups = weights();
        Operand<TFloat32> matrix = tf.gather(
                groups,
                tf.reshape(tf.constant(projection.groups()), tf.constant(shape)),
                tf.constant(Columns.lastAxis(groups)));
        return projection.isPlain()
                ? matrix
                : tf.math.mul(matrix, Axes.constant(tf, projection.gains(), projection.rows(), projection.columns()));
    }

    /** The weights of single synapses, {@code [synapses]}, with a population axis in front if there is one. */
    Operand<TFloat32> of(int[] groups, float[] gains) {
        return tf.math.mul(Columns.pick(tf, weights(), groups), tf.constant(gains));
    }

    private Operand<TFloat32> weights() {
        return Objects.requireNonNull(weights, "A circuit with synapses has weights");
    }

    /** The weights with a zero behind them, which stands where there is no synapse. */
    private Operand<TFloat32> withZero(Operand<TFloat32> groups) {
        int[][] margins = new int[Columns.lastAxis(groups) + 1][2];
        margins[margins.length - 1][1] = 1;
        return tf.pad(groups, tf.constant(margins), tf.constant(0f));
    }
}
