package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.MembraneGraph;
import dev.ganglion.controllers.tensor.Axes;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/*
 * An explicit step that lets more current out of a neuron than its voltage difference can drive throws it beyond its
 * neighbours, and the next one throws it further back. A hub with many junctions gets there easily, and so does a
 * conductance that is learned. Each junction is cut to what the stricter of its ends allows: it stays the same either
 * way, and current is still conserved.
 */

/**
 * The gap junctions of a circuit: a conductance g counts as g · min(1, limit / Σ g), with the limit and the sum of that
 * one of its two neurons where this is less.
 *
 * @param conductances {@code [rows, columns]} of each projection through gap junctions
 * @param sum Σ g of each neuron, in a form that broadcasts to {@code [batch, neurons]}
 */
record GapJunctions(Map<CircuitLayout.Projection, Operand<TFloat32>> conductances, Operand<TFloat32> sum) {
    private static final float SMALLEST_SUM = 1e-9f;

    /**
     * Those onto a level of neurons.
     *
     * @param models the equations of each of its runs
     */
    static GapJunctions of(Ops tf, CircuitLayout.Level level, List<MembraneGraph> models, WeightMatrices weights) {
        List<CircuitLayout.Projection> all = level.junctions();
        Map<CircuitLayout.Projection, Operand<TFloat32>> matrices = new LinkedHashMap<>();
        all.forEach(projection -> matrices.put(projection, weights.of(projection)));
        Operand<TFloat32> share = share(tf, level, models, sum(tf, matrices.values()));
        if (share != null) {
            matrices.replaceAll((projection, matrix) ->
                    tf.math.mul(matrix, projection.source() == level.bank() ? stricter(tf, share, projection) : share));
        }
        return new GapJunctions(matrices, sum(tf, matrices.values()));
    }

    /** What the stricter end of each junction leaves of it, {@code [rows, columns]}. */
    private static Operand<TFloat32> stricter(Ops tf, Operand<TFloat32> share, CircuitLayout.Projection projection) {
        Operand<TFloat32> ofRows = Columns.range(tf, share, projection.begin(), projection.rows());
        return tf.math.minimum(share, column(tf, ofRows));
    }

    /** What is left of each neuron's conductances; null if all of them. */
    private static @Nullable Operand<TFloat32> share(
            Ops tf, CircuitLayout.Level level, List<MembraneGraph> models, Operand<TFloat32> sum) {
        List<Operand<TFloat32>> shares = new ArrayList<>();
        boolean any = false;
        for (int index = 0; index < models.size(); index++) {
            CircuitLayout.Run run = level.models().get(index);
            Operand<TFloat32> own =
                    Columns.range(tf, sum, run.begin(), run.neurons().size());
            Optional<Operand<TFloat32>> limit = run.model().conductanceLimit(models.get(index));
            any |= limit.isPresent();
            shares.add(
                    limit.isEmpty()
                            ? tf.math.add(tf.zerosLike(own), tf.constant(1f))
                            : tf.math.minimum(
                                    tf.math.div(limit.get(), tf.math.add(own, tf.constant(SMALLEST_SUM))),
                                    tf.constant(1f)));
        }
        return any ? Columns.join(tf, shares) : null;
    }

    /** A row {@code [neurons]} or {@code [population, 1, neurons]} as a column. */
    private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> row) {
        return row.shape().numDimensions() == 1 ? tf.expandDims(row, tf.constant(-1)) : Axes.exchange(tf, row, 0, 1);
    }

    private static Operand<TFloat32> sum(Ops tf, Collection<Operand<TFloat32>> matrices) {
        List<Operand<TFloat32>> sums = new ArrayList<>();
        for (Operand<TFloat32> matrix : matrices) {
            sums.add(tf.reduceSum(matrix, tf.constant(Columns.lastAxis(matrix) - 1)));
        }
        return SynapticInput.alongBatch(tf, sums.size() == 1 ? sums.get(0) : tf.math.addN(sums));
    }
}
