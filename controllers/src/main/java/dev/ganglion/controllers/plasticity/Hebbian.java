package dev.ganglion.controllers.plasticity;

import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Hebb's rule: {@code Δw = η · post · pre}.
 *
 * <p>Nothing holds the weight back. Source: Hebb (1949), "The organization of behavior".
 */
public record Hebbian() implements PlasticityRule {
    private static final String RATE = "rate";

    @Override
    public String name() {
        return "hebb";
    }

    @Override
    public Set<Factor> reads() {
        return Set.of(Factor.PRE, Factor.POST);
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(Coefficient.rate(RATE));
    }

    @Override
    public Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories) {
        Ops tf = graph.tf();
        Operand<TFloat32> coincidence = tf.math.mul(synapse.post(), synapse.pre());
        return Change.of(tf.math.add(synapse.learned(), tf.math.mul(graph.rate(RATE), coincidence)));
    }
}
