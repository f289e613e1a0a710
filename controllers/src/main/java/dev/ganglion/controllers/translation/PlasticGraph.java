package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.SynapseModel;
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
final class PlasticGraph {
    private static final float LENGTH_FLOOR = 1e-12f;

    private final Ops tf;
    private final PlasticSynapses synapses;
    private final int receivers;
    private final Operand<TFloat32> weights;
    private final Operand<TFloat32> retention;
    private final Operand<TFloat32> plasticity;

    /**
     * Into a graph.
     *
     * @param receivers number of neurons that receive
     * @param axes number of axes of the batch's operands: 2, or 3 with a population
     */
    PlasticGraph(
            Ops tf,
            PlasticSynapses synapses,
            int receivers,
            int axes,
            WeightMatrices weights,
            ConstantTable constants,
            ParameterOperands parameters) {
        this.tf = tf;
        this.synapses = synapses;
        this.receivers = receivers;
        this.weights = alongBatch(weights.of(synapses.groups(), synapses.gains()), axes);
        this.retention = constant(SynapseModel.ShortTerm.RETENTION, axes, constants, parameters);
        this.plasticity = constant(SynapseModel.ShortTerm.PLASTICITY, axes, constants, parameters);
    }

    private Operand<TFloat32> constant(String name, int axes, ConstantTable constants, ParameterOperands parameters) {
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
     * @param fast fast weights F, {@code [synapses, …, batch]}
     * @param effective weights that act, normalised if they are to be
     * @param scale one over the length of each synapse's weights onto its neuron; null unless they are normalised
     * @param presynaptic activity before each synapse
     */
    record Acting(
            Operand<TFloat32> fast,
            Operand<TFloat32> effective,
            @Nullable Operand<TFloat32> scale,
            Operand<TFloat32> presynaptic) {}

    /**
     * The synapses in an inner step.
     *
     * @param fast fast weights, {@code [synapses, …, batch]}
     * @param activities of all neurons, {@code [neurons, …, batch]}
     */
    Acting act(Operand<TFloat32> fast, Operand<TFloat32> activities) {
        Operand<TFloat32> presynaptic = tf.gather(activities, tf.constant(synapses.pre()), tf.constant(0));
        Operand<TFloat32> effective = tf.math.add(fast, weights);
        if (!synapses.model().isNormalised()) {
            return new Acting(fast, effective, null, presynaptic);
        }
        Operand<TFloat32> squares = onto(tf.math.square(effective));
        Operand<TFloat32> shortness = tf.math.rsqrt(tf.math.add(squares, tf.constant(LENGTH_FLOOR)));
        Operand<TFloat32> scale = tf.gather(shortness, tf.constant(synapses.post()), tf.constant(0));
        return new Acting(fast, tf.math.mul(effective, scale), scale, presynaptic);
    }

    /** What they bring, {@code [receivers, …, batch]}. */
    Operand<TFloat32> input(Acting acting) {
        return onto(tf.math.mul(acting.effective(), acting.presynaptic()));
    }

    /** The same without signs. */
    Operand<TFloat32> magnitude(Acting acting) {
        return onto(tf.math.abs(tf.math.mul(acting.effective(), acting.presynaptic())));
    }

    /**
     * Fast weights after the step.
     *
     * @param postsynaptic activities of the neurons that receive after it, {@code [receivers, …, batch]}
     */
    Operand<TFloat32> learn(Acting acting, Operand<TFloat32> postsynaptic) {
        Operand<TFloat32> kept = acting.scale() == null ? acting.fast() : tf.math.mul(acting.fast(), acting.scale());
        Operand<TFloat32> after = tf.gather(postsynaptic, tf.constant(synapses.post()), tf.constant(0));
        Operand<TFloat32> coincidence = tf.math.mul(after, acting.presynaptic());
        Operand<TFloat32> learned = tf.math.add(tf.math.mul(retention, kept), tf.math.mul(plasticity, coincidence));
        float limit = (float) synapses.model().limit();
        return Float.isInfinite(limit) ? learned : tf.clipByValue(learned, tf.constant(-limit), tf.constant(limit));
    }

    private Operand<TFloat32> onto(Operand<TFloat32> values) {
        Operand<TInt32> count = tf.constant(receivers);
        return tf.math.unsortedSegmentSum(values, tf.constant(synapses.post()), count);
    }
}
