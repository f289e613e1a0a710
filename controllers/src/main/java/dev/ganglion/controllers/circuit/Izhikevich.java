package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Izhikevich's spiking neuron, time in ms and voltage in mV:
 *
 * <pre>{@code
 * dV/dt = 0.04 V² + 5 V + 140 − U + k (Σ w x + Σ g (v_other − v))
 * dU/dt = a (b V − U)
 * fires if V ≥ 30, and then V ← c, U ← U + d
 * }</pre>
 *
 * <p>Voltage for the outside, and in the state, is {@code v = (V + 65) / 95}; the state's recovery is {@code U / 95}.
 * Others see its spikes through a transmitter: {@code x ← x + min(1, step / τ_s) (r · spike − x)}. Spikes have a
 * surrogate gradient, that of an arc tangent.
 *
 * <p>The step is that of Euler, U after V, but for a V below −62.5, where the parabola falls: there the slope is taken
 * into account, {@code ΔV = step f(V) / (1 − step f'(V))}, or else steps of a few ms would throw a strongly inhibited
 * neuron up over its threshold; and V goes no lower than −90, about where potassium's pull ends (both ours).
 *
 * <p>Where the parabola rises, a small difference in V grows up to twentyfold in a step, and a gradient that follows it
 * through dozens of steps says nothing any more (a norm of 8e5 in the connectome, where other models have 2). There V's
 * own gradient is that of an integrator, {@code dV'/dV = 1} (ours); below, it is exact.
 *
 * <p>Source: Izhikevich (2003), "Simple model of spiking neurons", IEEE Transactions on Neural Networks 14, 1569. The
 * usual constants a, b, c, d and k are those of Schmidgall, Schuman and Parsa (2022), arXiv 2209.14406, for the worm;
 * the transmitter is ours.
 *
 * @param recoveryRate a in 1/ms
 * @param recoverySlope b in 1/ms
 * @param reset c in mV
 * @param recoveryJump d in mV/ms
 * @param currentScale k in mV/ms
 * @param synapticDecay τ_s in s
 * @param release r
 */
public record Izhikevich(
        Constant recoveryRate,
        Constant recoverySlope,
        Constant reset,
        Constant recoveryJump,
        Constant currentScale,
        Constant synapticDecay,
        Constant release)
        implements Membrane {
    private static final String RECOVERY_RATE = "recovery-rate";
    private static final String RECOVERY_SLOPE = "recovery-slope";
    private static final String RESET = "reset";
    private static final String RECOVERY_JUMP = "recovery-jump";
    private static final String CURRENT_SCALE = "current-scale";
    private static final float REST = -65;
    private static final float PEAK = 30;
    private static final float FLOOR = -90;

    /** Where the parabola is lowest, 0.08 V + 5 = 0. */
    private static final float LOWEST = -62.5f;

    private static final float RANGE = PEAK - REST;
    private static final float USUAL_SLOPE = 0.25f;

    /** Checks the constants. */
    public Izhikevich {
        named(recoveryRate, recoverySlope, reset, recoveryJump, currentScale, synapticDecay, release);
    }

    /** With the usual constants: a = 0.02, b = 0.25, c = −58, d = 0, k = 20, τ_s = 0.03 s, r = 8. */
    public static Izhikevich usual() {
        return new Izhikevich(
                Constant.of(0.02),
                Constant.of(USUAL_SLOPE),
                Constant.of(-58),
                Constant.of(0),
                Constant.of(20),
                Constant.of(0.03),
                Constant.of(8));
    }

    private static List<Constant.Named> named(
            Constant recoveryRate,
            Constant recoverySlope,
            Constant reset,
            Constant recoveryJump,
            Constant currentScale,
            Constant synapticDecay,
            Constant release) {
        return Stream.concat(
                        Stream.of(
                                Constant.Named.positive(RECOVERY_RATE, recoveryRate),
                                Constant.Named.free(RECOVERY_SLOPE, recoverySlope),
                                Constant.Named.free(RESET, reset),
                                Constant.Named.free(RECOVERY_JUMP, recoveryJump),
                                Constant.Named.positive(CURRENT_SCALE, currentScale)),
                        Spikes.constants(synapticDecay, release).stream())
                .toList();
    }

    @Override
    public List<Constant.Named> constants() {
        return named(recoveryRate, recoverySlope, reset, recoveryJump, currentScale, synapticDecay, release);
    }

    @Override
    public Izhikevich withConstants(UnaryOperator<Constant> change) {
        return new Izhikevich(
                change.apply(recoveryRate),
                change.apply(recoverySlope),
                change.apply(reset),
                change.apply(recoveryJump),
                change.apply(currentScale),
                change.apply(synapticDecay),
                change.apply(release));
    }

    /** Begins at V = −65 mV and at the recovery that goes with it in the usual constants. */
    @Override
    public List<Variable> variables() {
        return List.of(
                new Variable("voltage", 0),
                new Variable("recovery", USUAL_SLOPE * REST / RANGE),
                new Variable("transmitter", 0));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(2);
    }

    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    /** Half of what would make up a voltage difference in one step: step · k · Σ g / 95 = ½. */
    @Override
    public Optional<Operand<TFloat32>> conductanceLimit(MembraneGraph graph) {
        Ops tf = graph.tf();
        float halfRange = (float) (RANGE / (2 * 1000 * graph.stepSeconds()));
        return Optional.of(tf.math.div(tf.constant(halfRange), graph.constant(CURRENT_SCALE)));
    }

    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Ops tf = graph.tf();
        Operand<TFloat32> milliseconds = tf.constant((float) (1000 * graph.stepSeconds()));
        Operand<TFloat32> range = tf.constant(RANGE);
        Operand<TFloat32> before = tf.math.add(tf.math.mul(variables.get(0), range), tf.constant(REST));
        Operand<TFloat32> recovery = tf.math.mul(variables.get(1), range);
        Operand<TFloat32> current = tf.math.mul(graph.constant(CURRENT_SCALE), drive.current(tf, variables.get(0)));
        Operand<TFloat32> change =
                tf.math.mul(milliseconds, slope(tf, traced(tf, before), tf.math.sub(current, recovery)));
        Operand<TFloat32> moved = tf.math.add(before, tf.math.div(change, damping(tf, before, milliseconds)));
        Operand<TFloat32> voltage = tf.math.maximum(moved, tf.constant(FLOOR));
        // In continuous time V never exceeds its peak; a coarse step may leave far more behind.
        Operand<TFloat32> balance =
                tf.math.mul(graph.constant(RECOVERY_SLOPE), tf.math.minimum(voltage, tf.constant(PEAK)));
        Operand<TFloat32> share = tf.math.mul(milliseconds, graph.constant(RECOVERY_RATE));
        Operand<TFloat32> recovered = graph.approach(recovery, balance, share);
        Operand<TFloat32> above = tf.math.div(tf.math.sub(voltage, tf.constant(PEAK)), range);
        Operand<TFloat32> spike = Spikes.fire(tf, above);
        Operand<TFloat32> after = Spikes.reset(tf, voltage, spike, graph.constant(RESET));
        Operand<TFloat32> jump = tf.math.mul(tf.stopGradient(spike), graph.constant(RECOVERY_JUMP));
        return List.of(
                tf.math.div(tf.math.sub(after, tf.constant(REST)), range),
                tf.math.div(tf.math.add(recovered, jump), range),
                Spikes.transmit(graph, variables.get(2), spike));
    }

    /** A voltage whose gradient ends where the parabola rises. */
    private static Operand<TFloat32> traced(Ops tf, Operand<TFloat32> voltage) {
        return tf.select(tf.math.greater(voltage, tf.constant(LOWEST)), tf.stopGradient(voltage), voltage);
    }

    /** dV/dt in mV/ms. */
    private static Operand<TFloat32> slope(Ops tf, Operand<TFloat32> voltage, Operand<TFloat32> current) {
        Operand<TFloat32> linear = tf.math.add(tf.math.mul(voltage, tf.constant(0.04f)), tf.constant(5f));
        Operand<TFloat32> parabola = tf.math.add(tf.math.mul(linear, voltage), tf.constant(140f));
        return tf.math.add(parabola, current);
    }

    /** 1 − step · min(0, d(dV/dt)/dV). */
    private static Operand<TFloat32> damping(Ops tf, Operand<TFloat32> voltage, Operand<TFloat32> milliseconds) {
        Operand<TFloat32> steepness = tf.math.add(tf.math.mul(voltage, tf.constant(0.08f)), tf.constant(5f));
        Operand<TFloat32> fall = tf.math.minimum(steepness, tf.constant(0f));
        return tf.math.sub(tf.constant(1f), tf.math.mul(milliseconds, fall));
    }
}
