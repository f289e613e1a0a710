package dev.ganglion.controllers.plasticity;

import dev.ganglion.controllers.parameter.InitialValue;
import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Hebbian plasticity that waits for a neuromodulator. Coincidences leave an eligibility E; the modulator m turns it into
 * a trace H, which acts with a weight α:
 *
 * <pre>{@code
 * H ← clip(H + m E, −1, 1)              with the old E
 * E ← (1 − η) E + η · post · pre
 * w = W + α H
 * }</pre>
 *
 * <p>Source: code of Schmidgall's evolved neuromodulated networks (2020), where W, α, η and the modulator are all
 * evolved and η is one number of any sign; the rule is that of Miconi et al. (2019), "Backpropamine", with eligibility.
 * That m multiplies E by the common step size is ours: 1 gives the source's.
 */
public record Neuromodulated() implements PlasticityRule {
    private static final String STRENGTH = "strength";
    private static final String RENEWAL = "renewal";

    @Override
    public String name() {
        return "neuromodulated";
    }

    @Override
    public Set<Factor> reads() {
        return Set.of(Factor.PRE, Factor.POST, Factor.THIRD);
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                Coefficient.shape(STRENGTH),
                new Coefficient(RENEWAL, Coefficient.Kind.SHAPE, new InitialValue.Fixed(0.1)));
    }

    @Override
    public List<Memory> memories() {
        return List.of(new Memory("trace", Place.SYNAPSE), new Memory("eligibility", Place.SYNAPSE));
    }

    @Override
    public boolean accumulates() {
        return false;
    }

    @Override
    public Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories) {
        Ops tf = graph.tf();
        Operand<TFloat32> eligibility = memories.get(1);
        Operand<TFloat32> growth = graph.scaled(tf.math.mul(synapse.third(), eligibility));
        Operand<TFloat32> trace =
                tf.clipByValue(tf.math.add(memories.get(0), growth), tf.constant(-1f), tf.constant(1f));
        Operand<TFloat32> coincidence = tf.math.mul(synapse.post(), synapse.pre());
        Operand<TFloat32> renewed = tf.math.add(
                eligibility, tf.math.mul(graph.coefficient(RENEWAL), tf.math.sub(coincidence, eligibility)));
        return new Change(tf.math.mul(graph.coefficient(STRENGTH), trace), List.of(trace, renewed));
    }
}
