package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A leaky integrator that fires when it reaches its threshold:
 *
 * <pre>{@code
 * v ← v + (step / τ) (Σ w x + Σ g (v_other − v) − v)
 * fires if v ≥ θ, and then v ← 0
 * }</pre>
 *
 * <p>Others see its spikes through a transmitter: {@code x ← x + min(1, step / τ_s) (r · spike − x)}. Spikes have a
 * surrogate gradient, that of an arc tangent.
 *
 * <p>Source: the discrete neuron of BrainCog (Zeng et al. 2023, "BrainCog", Patterns) and SpikingJelly, with τ of two
 * steps and θ = ½; the transmitter is ours.
 *
 * @param timeConstant τ in s
 * @param threshold θ
 * @param synapticDecay τ_s in s
 * @param release r
 */
public record LeakyIntegrateAndFire(Constant timeConstant, Constant threshold, Constant synapticDecay, Constant release)
        implements Membrane {
    private static final String TIME_CONSTANT = "time-constant";
    private static final String THRESHOLD = "threshold";

    /** Checks the constants. */
    public LeakyIntegrateAndFire {
        named(timeConstant, threshold, synapticDecay, release);
    }

    /** With the usual constants: τ = 0.01 s, which is two steps of 5 ms, θ = 0.5, τ_s = 0.03 s, r = 1. */
    public static LeakyIntegrateAndFire usual() {
        return new LeakyIntegrateAndFire(Constant.of(0.01), Constant.of(0.5), Constant.of(0.03), Constant.of(1));
    }

    private static List<Constant.Named> named(
            Constant timeConstant, Constant threshold, Constant synapticDecay, Constant release) {
        return Stream.concat(
                        Stream.of(
                                Constant.Named.positive(TIME_CONSTANT, timeConstant),
                                Constant.Named.positive(THRESHOLD, threshold)),
                        Spikes.constants(synapticDecay, release).stream())
                .toList();
    }

    @Override
    public List<Constant.Named> constants() {
        return named(timeConstant, threshold, synapticDecay, release);
    }

    @Override
    public LeakyIntegrateAndFire withConstants(UnaryOperator<Constant> change) {
        return new LeakyIntegrateAndFire(
                change.apply(timeConstant),
                change.apply(threshold),
                change.apply(synapticDecay),
                change.apply(release));
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("voltage", 0), new Variable("transmitter", 0));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(1);
    }

    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    @Override
    public Optional<Operand<TFloat32>> conductanceLimit(MembraneGraph graph) {
        return Optional.of(graph.stableConductance(graph.rate(TIME_CONSTANT)));
    }

    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Ops tf = graph.tf();
        Operand<TFloat32> before = variables.get(0);
        Operand<TFloat32> voltage = graph.approach(before, drive.current(tf, before), graph.rate(TIME_CONSTANT));
        Operand<TFloat32> spike = Spikes.fire(tf, tf.math.sub(voltage, graph.constant(THRESHOLD)));
        return List.of(
                Spikes.reset(tf, voltage, spike, tf.constant(0f)), Spikes.transmit(graph, variables.get(1), spike));
    }
}
