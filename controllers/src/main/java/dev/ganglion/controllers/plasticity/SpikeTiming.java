package dev.ganglion.controllers.plasticity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Spike-timing-dependent plasticity of all pairs of spikes, by traces:
 *
 * <pre>{@code
 * x ← e^(−step/τ₊) x + pre
 * Δw = A₊ x post − A₋ e^(−step/τ₋) y pre
 * y ← e^(−step/τ₋) y + post
 * }</pre>
 *
 * <p>A presynaptic spike a time t before a postsynaptic one adds A₊ e^(−t/τ₊), one that comes a time t too late takes A₋
 * e^(−t/τ₋) away. The two amplitudes are learned, of either sign. A neuron without spikes is taken as it is: its
 * activity stands for a rate.
 *
 * <p>Source: Morrison, Diesmann and Gerstner (2008), "Phenomenological models of synaptic plasticity based on spike
 * timing", Biological Cybernetics 98; 20 ms for either trace is usual.
 */
public record SpikeTiming() implements PlasticityRule {
    private static final String EARLY = "potentiation";
    private static final String LATE = "depression";

    @Override
    public String name() {
        return "stdp";
    }

    @Override
    public Set<Factor> reads() {
        return Set.of(Factor.PRE, Factor.POST);
    }

    @Override
    public List<Coefficient> coefficients() {
        return Stream.concat(Stream.of(Coefficient.rate(EARLY), Coefficient.rate(LATE)), SpikeTraces.decays().stream())
                .toList();
    }

    @Override
    public List<Memory> memories() {
        return List.of(SpikeTraces.PRE_TRACE, SpikeTraces.POST_TRACE);
    }

    @Override
    public Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories) {
        Ops tf = graph.tf();
        SpikeTraces traces = SpikeTraces.of(graph, synapse, memories.get(0), memories.get(1));
        Operand<TFloat32> change = tf.math.sub(
                tf.math.mul(graph.rate(EARLY), traces.early()), tf.math.mul(graph.rate(LATE), traces.late()));
        return new Change(tf.math.add(synapse.learned(), change), List.of(traces.pre(), traces.post()));
    }
}
