package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.network.LayerNormalisation;
import dev.ganglion.controllers.parameter.DenseParameters;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Layer normalisation within each of several groups of neurons, with a learned gain and offset for each neuron.
 *
 * @param name what its parameter blocks' names begin with
 * @param groups number of groups
 * @param size neurons of a group
 */
record GroupNormalisation(String name, int groups, int size) {
    List<ParameterBlock> parameters() {
        return List.of(
                new DenseParameters(gain(), List.of(groups, size), random -> ones()),
                new DenseParameters(offset(), List.of(groups, size), random -> new float[groups * size]));
    }

    private float[] ones() {
        float[] ones = new float[groups * size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * Adds the normalisation to a graph.
     *
     * @param values {@code [group, batch, neuron]}
     */
    Operand<TFloat32> translate(Ops tf, Operand<TFloat32> values, ParameterOperands parameters) {
        Operand<TFloat32> gain = tf.expandDims(parameters.effective(gain()), tf.constant(-2));
        Operand<TFloat32> offset = tf.expandDims(parameters.effective(offset()), tf.constant(-2));
        return tf.math.add(tf.math.mul(LayerNormalisation.apply(tf, values), gain), offset);
    }

    private String gain() {
        return name + "/gain";
    }

    private String offset() {
        return name + "/offset";
    }
}
