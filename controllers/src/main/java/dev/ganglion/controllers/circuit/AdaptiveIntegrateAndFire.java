package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A neuron that fires when it reaches its threshold, and is then harder to excite for a while:
 *
 * <pre>{@code
 * v ← e^(−step/τ) v + (1 − e^(−step/τ)) (Σ w x + Σ g (v_other − v))
 * fires if v ≥ θ + a, and then v ← 0
 * a ← e^(−step/τ_a) a + β · spike
 * }</pre>
 *
 * <p>Others see its spikes through a transmitter: {@code x ← x + min(1, step / τ_s) (r · spike − x)}. Spikes have a
 * surrogate gradient, that of an arc tangent.
 *
 * <p>Source: Schmidgall, Schuman and Parsa (2022), arXiv 2209.14406, with a decay of e^(−1/20) of the voltage and of
 * e^(−1/10) of the adaptation in a step, which we take to be one of 1 ms, and β = 0.5. Its base threshold is not
 * published. Deviations: the input is weighted so that a constant one draws the voltage to itself whatever the step, as
 * in {@link LeakyIntegrateAndFire}; base threshold and transmitter are ours.
 *
 * @param timeConstant τ in s
 * @param threshold θ
 * @param adaptation β, rise of the threshold with each spike
 * @param adaptationDecay τ_a in s
 * @param synapticDecay τ_s in s
 * @param release r
 */
public record AdaptiveIntegrateAndFire(
        Constant timeConstant,
        Constant threshold,
        Constant adaptation,
        Constant adaptationDecay,
        Constant synapticDecay,
        Constant release)
        implements Membrane {
    private static final String TIME_CONSTANT = "time-constant";
    private static final String THRESHOLD = "threshold";
    private static final String ADAPTATION = "adaptation";
    private static final String ADAPTATION_DECAY = "adaptation-decay";

    /** Checks the constants. */
    public AdaptiveIntegrateAndFire {
        named(timeConstant, threshold, adaptation, adaptationDecay, synapticDecay, release);
    }

    /** With the usual constants: τ = 0.02 s, θ = 0.1, β = 0.5, τ_a = 0.01 s, τ_s = 0.03 s, r = 2. */
    public static AdaptiveIntegrateAndFire usual() {
        return new AdaptiveIntegrateAndFire(
                Constant.of(0.02),
                Constant.of(0.1),
                Constant.of(0.5),
                Constant.of(0.01),
                Constant.of(0.03),
                Constant.of(2));
    }

    private static List<Constant.Named> named(
            Constant timeConstant,
            Constant threshold,
            Constant adaptation,
            Constant adaptationDecay,
            Constant synapticDecay,
            Constant release) {
        return Stream.concat(
                        Stream.of(
                                Constant.Named.positive(TIME_CONSTANT, timeConstant),
                                Constant.Named.positive(THRESHOLD, threshold),
                                Constant.Named.free(ADAPTATION, adaptation),
                                Constant.Named.positive(ADAPTATION_DECAY, adaptationDecay)),
                        Spikes.constants(synapticDecay, release).stream())
                .toList();
    }

    @Override
    public List<Constant.Named> constants() {
        return named(timeConstant, threshold, adaptation, adaptationDecay, synapticDecay, release);
    }

    @Override
    public AdaptiveIntegrateAndFire withConstants(UnaryOperator<Constant> change) {
        return new AdaptiveIntegrateAndFire(
                change.apply(timeConstant),
                change.apply(threshold),
                change.apply(adaptation),
                change.apply(adaptationDecay),
                change.apply(synapticDecay),
                change.apply(release));
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("voltage", 0), new Variable("adaptation", 0), new Variable("transmitter", 0));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(2);
    }

    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    @Override
    public Optional<Operand<TFloat32>> conductanceLimit(MembraneGraph graph) {
        Ops tf = graph.tf();
        return Optional.of(graph.stableConductance(tf.math.sub(tf.constant(1f), graph.decay(TIME_CONSTANT))));
    }

    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Ops tf = graph.tf();
        Operand<TFloat32> before = variables.get(0);
        Operand<TFloat32> adapted = variables.get(1);
        Operand<TFloat32> current = drive.current(tf, before);
        Operand<TFloat32> voltage = graph.approach(current, before, graph.decay(TIME_CONSTANT));
        Operand<TFloat32> threshold = tf.math.add(graph.constant(THRESHOLD), adapted);
        Operand<TFloat32> spike = Spikes.fire(tf, tf.math.sub(voltage, threshold));
        Operand<TFloat32> nextAdapted = tf.math.add(
                tf.math.mul(graph.decay(ADAPTATION_DECAY), adapted), tf.math.mul(graph.constant(ADAPTATION), spike));
        return List.of(
                Spikes.reset(tf, voltage, spike, tf.constant(0f)),
                nextAdapted,
                Spikes.transmit(graph, variables.get(2), spike));
    }
}
