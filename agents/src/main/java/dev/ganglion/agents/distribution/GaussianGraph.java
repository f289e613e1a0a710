package dev.ganglion.agents.distribution;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@link DiagonalGaussian} in a graph.
 *
 * @param logStd logarithm of each component's standard deviation, {@code [action]}
 * @param size number of components
 */
public record GaussianGraph(Operand<TFloat32> logStd, int size) implements DistributionGraph {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    @Override
    public Operand<TFloat32> logProbability(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> actions) {
        // −½ Σ ((a − μ)/σ)² − Σ log σ − ½ n log 2π
        Operand<TFloat32> deviations = tf.math.mul(tf.math.sub(actions, outputs), tf.math.exp(tf.math.neg(logStd)));
        Operand<TFloat32> squares = tf.reduceSum(tf.math.square(deviations), tf.constant(1));
        return tf.math.sub(tf.math.mul(squares, tf.constant(-0.5f)), logVolume(tf));
    }

    private Operand<TFloat32> logVolume(Ops tf) {
        return tf.math.add(tf.reduceSum(logStd, tf.constant(0)), tf.constant((float) (0.5 * size * LOG_TWO_PI)));
    }

    @Override
    public Operand<TFloat32> entropy(Ops tf, Operand<TFloat32> outputs) {
        return tf.math.add(logVolume(tf), tf.constant(0.5f * size));
    }

    @Override
    public Operand<TFloat32> divergence(
            Ops tf, Operand<TFloat32> oldOutputs, Operand<TFloat32> oldSpread, Operand<TFloat32> outputs) {
        // Σ log(σ/σ₀) + (σ₀² + (μ₀ − μ)²)/(2σ²) − ½
        Operand<TFloat32> oldVariance = tf.math.exp(tf.math.mul(oldSpread, tf.constant(2f)));
        Operand<TFloat32> halfPrecision =
                tf.math.mul(tf.math.exp(tf.math.mul(logStd, tf.constant(-2f))), tf.constant(0.5f));
        Operand<TFloat32> squares = tf.math.add(oldVariance, tf.math.squaredDifference(oldOutputs, outputs));
        Operand<TFloat32> perComponent = tf.math.sub(
                tf.math.add(tf.math.sub(logStd, oldSpread), tf.math.mul(squares, halfPrecision)), tf.constant(0.5f));
        return tf.reduceSum(perComponent, tf.constant(1));
    }
}
