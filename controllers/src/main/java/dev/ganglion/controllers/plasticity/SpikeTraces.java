package dev.ganglion.controllers.plasticity;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Pairs of spikes by what each neuron remembers of its own:
 *
 * <pre>{@code
 * x ← e^(−step/τ₊) x + pre
 * y' = e^(−step/τ₋) y
 * pairs = A₊ x post − A₋ y' pre
 * y ← y' + post
 * }</pre>
 *
 * <p>A presynaptic spike in the step of a postsynaptic one counts as its cause, as a step's activity flows from one to
 * the other (ours; sources differ).
 *
 * @param pre x after the step
 * @param post y after the step
 * @param early x post, without A₊: the cause came first
 * @param late y' pre, without A₋: the cause came too late
 */
record SpikeTraces(Operand<TFloat32> pre, Operand<TFloat32> post, Operand<TFloat32> early, Operand<TFloat32> late) {
    /** Name of τ₊ in s. */
    static final String PRE_DECAY = "pre-decay";

    /** Name of τ₋ in s. */
    static final String POST_DECAY = "post-decay";

    /** The usual time constant of either trace, in s: 20 ms (Bi and Poo 1998 found 17 and 34 ms). */
    static final double USUAL_DECAY = 0.02;

    static final PlasticityRule.Memory PRE_TRACE = new PlasticityRule.Memory("pre-trace", PlasticityRule.Place.PRE);
    static final PlasticityRule.Memory POST_TRACE = new PlasticityRule.Memory("post-trace", PlasticityRule.Place.POST);

    static List<Coefficient> decays() {
        return List.of(Coefficient.positive(PRE_DECAY, USUAL_DECAY), Coefficient.positive(POST_DECAY, USUAL_DECAY));
    }

    /**
     * A step's pairs.
     *
     * @param pre x before the step
     * @param post y before the step
     */
    static SpikeTraces of(
            RuleGraph graph, PlasticityRule.Locals synapse, Operand<TFloat32> pre, Operand<TFloat32> post) {
        Ops tf = graph.tf();
        Operand<TFloat32> before = tf.math.add(tf.math.mul(graph.decay(PRE_DECAY), pre), synapse.pre());
        Operand<TFloat32> left = tf.math.mul(graph.decay(POST_DECAY), post);
        return new SpikeTraces(
                before,
                tf.math.add(left, synapse.post()),
                tf.math.mul(before, synapse.post()),
                tf.math.mul(left, synapse.pre()));
    }
}
