package dev.ganglion.agents.distribution;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * {@link Categorical} in a graph.
 *
 * @param choices number of alternatives
 */
public record CategoricalGraph(int choices) implements DistributionGraph {
    @Override
    public Operand<TFloat32> logProbability(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> actions) {
        // A sparse cross-entropy would do, but has no gradient in TensorFlow's C++ registry.
        Operand<TInt32> index = tf.dtypes.cast(tf.squeeze(actions, Squeeze.axis(List.of(1L))), TInt32.class);
        Operand<TFloat32> chosen = tf.oneHot(index, tf.constant(choices), tf.constant(1f), tf.constant(0f));
        return tf.reduceSum(tf.math.mul(tf.nn.logSoftmax(outputs), chosen), tf.constant(1));
    }

    @Override
    public Operand<TFloat32> entropy(Ops tf, Operand<TFloat32> outputs) {
        Operand<TFloat32> terms = tf.math.mul(tf.nn.softmax(outputs), tf.nn.logSoftmax(outputs));
        return tf.math.neg(tf.reduceSum(terms, tf.constant(1)));
    }

    @Override
    public Operand<TFloat32> divergence(
            Ops tf, Operand<TFloat32> oldOutputs, Operand<TFloat32> oldSpread, Operand<TFloat32> outputs) {
        Operand<TFloat32> logRatio = tf.math.sub(tf.nn.logSoftmax(oldOutputs), tf.nn.logSoftmax(outputs));
        return tf.reduceSum(tf.math.mul(tf.nn.softmax(oldOutputs), logRatio), tf.constant(1));
    }
}
