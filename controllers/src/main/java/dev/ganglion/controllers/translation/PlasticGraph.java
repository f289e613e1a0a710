package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Constant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/*
 * Every sample has weights of its own, so that a dense product would touch neurons x neurons values per sample. One
 * value per synapse is a twentieth of that in a connectome. Neurons and synapses are kept on the first axis here, where
 * TensorFlow gathers and adds up whole rows of the batch.
 */

/** Plastic synapses that share a model, in a graph. Neurons or synapses are the first axis of every operand. */
abstract sealed class PlasticGraph permits ShortTermGraph, RuledGraph {
    private final Ops tf;
    private final PlasticSynapses synapses;
    private final int receivers;
    private final int axes;
    private final Operand<TFloat32> weights;

    /**
     * Into a graph.
     *
     * @param receivers number of neurons that receive
     * @param axes number of axes of the batch's operands: 2, or 3 with a population
     */
    PlasticGraph(Ops tf, PlasticSynapses synapses, int receivers, int axes, WeightMatrices weights) {
        this.tf = tf;
        this.synapses = synapses;
        this.receivers = receivers;
        this.axes = axes;
        this.weights = alongBatch(weights.of(synapses.groups(), synapses.gains()), axes);
    }

    /** Where operations are added. */
    final Ops tf() {
        return tf;
    }

    /** Static weights W, broadcast along the batch. */
    final Operand<TFloat32> weights() {
        return weights;
    }

    /** A constant of the model, broadcast along the batch. */
    final Operand<TFloat32> constant(String name, ConstantTable constants, ParameterOperands parameters) {
        Constant.Named named = synapses.model().constants().stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow();
        return alongBatch(constants.value(tf, parameters, named, synapses.owners()), axes);
    }

    /** {@code [synapses]} or {@code [population, synapses]} with axes behind that broadcast; a scalar as it is. */
    private Operand<TFloat32> alongBatch(Operand<TFloat32> values, int axes) {
        Operand<TFloat32> first = lastFirst(tf, values);
        while (first.shape().numDimensions() > 0 && first.shape().numDimensions() < axes) {
            first = tf.expandDims(first, tf.constant(-1));
        }
        return first;
    }

    /** The last axis in front of the others. */
    static Operand<TFloat32> lastFirst(Ops tf, Operand<TFloat32> values) {
        int axes = values.shape().numDimensions();
        if (axes < 2) {
            return values;
        }
        int[] order = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            order[axis] = (axis + axes - 1) % axes;
        }
        return tf.linalg.transpose(values, tf.constant(order));
    }

    /** The first axis behind the others. */
    static Operand<TFloat32> firstLast(Ops tf, Operand<TFloat32> values) {
        int axes = values.shape().numDimensions();
        int[] order = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            order[axis] = (axis + 1) % axes;
        }
        return tf.linalg.transpose(values, tf.constant(order));
    }

    /**
     * What acts in an inner step.
     *
     * @param memories fast weights F and whatever else the synapses remember, {@code [synapses, …, batch]} each
     * @param effective weights that act, normalised if they are to be
     * @param scale one over the length of each synapse's weights onto its neuron; null unless they are normalised
     * @param presynaptic activity before each synapse
     */
    record Acting(
            List<Operand<TFloat32>> memories,
            Operand<TFloat32> effective,
            @Nullable Operand<TFloat32> scale,
            Operand<TFloat32> presynaptic) {
        Operand<TFloat32> fast() {
            return memories.get(0);
        }
    }

    /**
     * The synapses in an inner step.
     *
     * @param memories what they remember, {@code [synapses, …, batch]} each
     * @param activities of all neurons, {@code [neurons, …, batch]}
     */
    final Acting act(List<Operand<TFloat32>> memories, Operand<TFloat32> activities) {
        Operand<TFloat32> presynaptic = tf.gather(activities, tf.constant(synapses.pre()), tf.constant(0));
        return acting(memories, tf.math.add(memories.get(0), weights), presynaptic);
    }

    /**
     * What acts, given the sum of both weights.
     *
     * @param presynaptic activity before each synapse
     */
    abstract Acting acting(
            List<Operand<TFloat32>> memories, Operand<TFloat32> effective, Operand<TFloat32> presynaptic);

    /** What they bring, {@code [receivers, …, batch]}. */
    final Operand<TFloat32> input(Acting acting) {
        return onto(tf.math.mul(acting.effective(), acting.presynaptic()));
    }

    /** The same without signs. */
    final Operand<TFloat32> magnitude(Acting acting) {
        return onto(tf.math.abs(tf.math.mul(acting.effective(), acting.presynaptic())));
    }

    /**
     * What the synapses remember after the step.
     *
     * @param postsynaptic activities of the neurons that receive after it, {@code [receivers, …, batch]}
     */
    abstract List<Operand<TFloat32>> learn(Acting acting, Operand<TFloat32> postsynaptic);

    /** A value of each neuron that receives, for each of its synapses. */
    final Operand<TFloat32> toSynapses(Operand<TFloat32> values) {
        return tf.gather(values, tf.constant(synapses.post()), tf.constant(0));
    }

    /** No fast weight beyond a limit. */
    final Operand<TFloat32> limited(Operand<TFloat32> fast, double limit) {
        return Double.isInfinite(limit)
                ? fast
                : tf.clipByValue(fast, tf.constant((float) -limit), tf.constant((float) limit));
    }

    /** A sum over the synapses of each neuron that receives. */
    final Operand<TFloat32> onto(Operand<TFloat32> values) {
        Operand<TInt32> count = tf.constant(receivers);
        return tf.math.unsortedSegmentSum(values, tf.constant(synapses.post()), count);
    }
}
