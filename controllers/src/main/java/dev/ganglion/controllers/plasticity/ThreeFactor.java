package dev.ganglion.controllers.plasticity;

import dev.ganglion.controllers.parameter.InitialValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Spike-timing-dependent plasticity that waits for a third factor r, such as a reward or a neuromodulator:
 *
 * <pre>{@code
 * pairs = A₊ x post − A₋ y pre                     as in SpikeTiming
 * E ← e^(−step/τ_e) E + (step/τ_e) · pairs
 * Δw = η r E − (step/τ_w) w                        with the new E
 * }</pre>
 *
 * <p>Source: Florian (2007), "Reinforcement learning through modulation of spike-timing-dependent synaptic plasticity"
 * (MSTDPET), in the form of ngc-learn's {@code MSTDPETSynapse}, whose eligibility lags a step behind; ours does not.
 * The usual constants are those of its maze, in steps of 1 ms: τ_e = 40 ms, τ_w = 2·10⁴ s, A₊ = 1, A₋ = 0.01.
 */
public record ThreeFactor() implements PlasticityRule {
    private static final String RATE = "rate";
    private static final String EARLY = "potentiation";
    private static final String LATE = "depression";
    private static final String ELIGIBILITY_DECAY = "eligibility-decay";
    private static final String WEIGHT_DECAY = "weight-decay";
    private static final double USUAL_ELIGIBILITY_DECAY = 0.04;
    private static final double USUAL_WEIGHT_DECAY = 2e4;
    private static final double USUAL_DEPRESSION = 0.01;

    @Override
    public String name() {
        return "three-factor";
    }

    @Override
    public Set<Factor> reads() {
        return Set.of(Factor.values());
    }

    @Override
    public List<Coefficient> coefficients() {
        return Stream.concat(
                        Stream.of(
                                Coefficient.rate(RATE),
                                new Coefficient(EARLY, Coefficient.Kind.SHAPE, new InitialValue.Fixed(1)),
                                new Coefficient(LATE, Coefficient.Kind.SHAPE, new InitialValue.Fixed(USUAL_DEPRESSION)),
                                Coefficient.positive(ELIGIBILITY_DECAY, USUAL_ELIGIBILITY_DECAY),
                                Coefficient.positive(WEIGHT_DECAY, USUAL_WEIGHT_DECAY)),
                        SpikeTraces.decays().stream())
                .toList();
    }

    @Override
    public List<Memory> memories() {
        return List.of(SpikeTraces.PRE_TRACE, SpikeTraces.POST_TRACE, new Memory("eligibility", Place.SYNAPSE));
    }

    @Override
    public Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories) {
        Ops tf = graph.tf();
        SpikeTraces traces = SpikeTraces.of(graph, synapse, memories.get(0), memories.get(1));
        Operand<TFloat32> pairs = tf.math.sub(
                tf.math.mul(graph.coefficient(EARLY), traces.early()),
                tf.math.mul(graph.coefficient(LATE), traces.late()));
        Operand<TFloat32> eligibility = tf.math.add(
                tf.math.mul(graph.decay(ELIGIBILITY_DECAY), memories.get(2)),
                tf.math.mul(graph.share(ELIGIBILITY_DECAY), pairs));
        Operand<TFloat32> weight = tf.math.add(synapse.initial(), synapse.learned());
        Operand<TFloat32> change = tf.math.sub(
                tf.math.mul(graph.rate(RATE), tf.math.mul(synapse.third(), eligibility)),
                tf.math.mul(graph.share(WEIGHT_DECAY), weight));
        return new Change(tf.math.add(synapse.learned(), change), List.of(traces.pre(), traces.post(), eligibility));
    }
}
