package dev.ganglion.controllers.plasticity;

import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Oja's rule: {@code Δw = η (post · pre − post² w)}, Hebb's with a decay that keeps a linear neuron's weights at length
 * one where η is positive and small.
 *
 * <p>Source: Oja (1982), "Simplified neuron model as a principal component analyzer", Journal of Mathematical Biology 15.
 */
public record Oja() implements PlasticityRule {
    private static final String RATE = "rate";

    @Override
    public String name() {
        return "oja";
    }

    @Override
    public Set<Factor> reads() {
        return Set.of(Factor.PRE, Factor.POST, Factor.WEIGHT);
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(Coefficient.rate(RATE));
    }

    @Override
    public Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories) {
        Ops tf = graph.tf();
        Operand<TFloat32> weight = tf.math.add(synapse.initial(), synapse.learned());
        Operand<TFloat32> growth = tf.math.sub(
                tf.math.mul(synapse.post(), synapse.pre()), tf.math.mul(tf.math.square(synapse.post()), weight));
        return Change.of(tf.math.add(synapse.learned(), tf.math.mul(graph.rate(RATE), growth)));
    }
}
