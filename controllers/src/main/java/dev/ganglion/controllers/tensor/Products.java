package dev.ganglion.controllers.tensor;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Products of a batch of signals with parameters, which may have a population axis in front: then every candidate of
 * the population has a batch and weights of its own.
 */
public final class Products {
    private Products() {}

    /**
     * Signals times weights.
     *
     * @param signals {@code [batch, in]} or {@code [population, batch, in]}
     * @param weights {@code [in, out]} or {@code [population, in, out]}
     * @return {@code [batch, out]}, or {@code [population, batch, out]} if either has a population axis
     */
    public static Operand<TFloat32> product(Ops tf, Operand<TFloat32> signals, Operand<TFloat32> weights) {
        // The plain product is the faster one and the common case.
        return hasPopulation(signals, 2) || hasPopulation(weights, 2)
                ? tf.train.batchMatMul(signals, weights, TFloat32.class)
                : tf.linalg.matMul(signals, weights);
    }

    /**
     * Adds one value per column to every row.
     *
     * @param signals {@code [batch, out]} or {@code [population, batch, out]}
     * @param row {@code [out]} or {@code [population, out]}
     * @return of the shape of {@code signals}
     */
    public static Operand<TFloat32> addRow(Ops tf, Operand<TFloat32> signals, Operand<TFloat32> row) {
        return tf.math.add(signals, hasPopulation(row, 1) ? tf.expandDims(row, tf.constant(1)) : row);
    }

    private static boolean hasPopulation(Operand<TFloat32> operand, int rankOfOne) {
        return operand.shape().numDimensions() > rankOfOne;
    }
}
