package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.parameter.InitialValue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A neuron that bursts by itself, in a rhythm which its input I = Σ w x + Σ g (v_other − v) quickens and which it can
 * forbid or hold: a relaxation oscillator of two states, quiet and active, with an adaptation a in [0, 1].
 *
 * <pre>{@code
 * quiet:  a ← (a + k) / (1 + k);  begins a burst if a ≥ Q(z) and I ≥ 0
 * active: a ← a / (1 + k);        ends it        if a ≤ A(z) and I ≤ θ
 * x = (1 + a)/2 while it is active, else 0
 * }</pre>
 *
 * <p>with {@code k = 4 step / T}, {@code z = clip(I, 0, 1)}, {@code A(z) = A₀ (1 − z) + A₁ z} and Q likewise. The
 * thresholds follow from how long bursts and pauses last without input: {@code A₀ = (1 − e^r) / (1 − e^(p + r))} and
 * {@code Q₀ = A₀ e^p} with {@code p = 4 t_on / T} and {@code r = 4 t_off / T}; and A₁, Q₁ from the durations with full
 * input, {@code α t_on} and {@code β t_off}. As all neurons of its kind it begins quiet, at a random place in its pause.
 *
 * <p>Source: code of Bhattasali et al. (2024), arXiv 2410.07174, for the flexors of a quadruped.
 *
 * @param adaptationTime T in s, after which 98 % of a change of a has been made up
 * @param burst t_on in s
 * @param pause t_off in s
 * @param burstShare α
 * @param pauseShare β
 * @param holdingInput θ
 * @param gradient what a learner is told of the beginnings and ends of bursts
 */
public record Bursting(
        Constant adaptationTime,
        Constant burst,
        Constant pause,
        Constant burstShare,
        Constant pauseShare,
        Constant holdingInput,
        Gradient gradient)
        implements Membrane {
    private static final String ADAPTATION_TIME = "adaptation-time";
    private static final String BURST = "burst";
    private static final String PAUSE = "pause";
    private static final String BURST_SHARE = "burst-share";
    private static final String PAUSE_SHARE = "pause-share";
    private static final String HOLDING_INPUT = "holding-input";

    /** A₀ and Q₀ of the usual constants. */
    private static final InitialValue USUAL_PAUSE = new InitialValue.Uniform(0.5565969, 0.9856190);

    /** What a learner is told of the beginnings and ends of bursts, which are steps and have no gradient. */
    public enum Gradient {
        /** Nothing: bursts are taken as they come. */
        NONE,
        /** That of an arc tangent in place of each step, as for {@linkplain AdaptiveIntegrateAndFire spikes}. */
        SURROGATE
    }

    /** Checks the constants. */
    public Bursting {
        named(adaptationTime, burst, pause, burstShare, pauseShare, holdingInput);
    }

    /** With the usual constants: T = 1.4 s, t_on = 0.2 s, t_off = 1.2 s, α = 0.5, β = 0.05, θ = 3. */
    public static Bursting usual() {
        return new Bursting(
                Constant.of(1.4),
                Constant.of(0.2),
                Constant.of(1.2),
                Constant.of(0.5),
                Constant.of(0.05),
                Constant.of(3),
                Gradient.SURROGATE);
    }

    private static List<Constant.Named> named(
            Constant adaptationTime,
            Constant burst,
            Constant pause,
            Constant burstShare,
            Constant pauseShare,
            Constant holdingInput) {
        return List.of(
                Constant.Named.positive(ADAPTATION_TIME, adaptationTime),
                Constant.Named.positive(BURST, burst),
                Constant.Named.positive(PAUSE, pause),
                Constant.Named.positive(BURST_SHARE, burstShare),
                Constant.Named.positive(PAUSE_SHARE, pauseShare),
                Constant.Named.free(HOLDING_INPUT, holdingInput));
    }

    /** The same neuron with another gradient. */
    public Bursting withGradient(Gradient newGradient) {
        return new Bursting(adaptationTime, burst, pause, burstShare, pauseShare, holdingInput, newGradient);
    }

    @Override
    public List<Constant.Named> constants() {
        return named(adaptationTime, burst, pause, burstShare, pauseShare, holdingInput);
    }

    @Override
    public Bursting withConstants(UnaryOperator<Constant> change) {
        return new Bursting(
                change.apply(adaptationTime),
                change.apply(burst),
                change.apply(pause),
                change.apply(burstShare),
                change.apply(pauseShare),
                change.apply(holdingInput),
                gradient);
    }

    /** Whether it is active, 1 or 0; and its adaptation, drawn from the range of a pause with the usual constants. */
    @Override
    public List<Variable> variables() {
        return List.of(new Variable("active", 0), new Variable("adaptation", USUAL_PAUSE));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        Ops tf = graph.tf();
        Operand<TFloat32> strength = tf.math.add(tf.math.mul(variables.get(1), tf.constant(0.5f)), tf.constant(0.5f));
        return tf.math.mul(variables.get(0), strength);
    }

    /** Whether it is active. */
    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Ops tf = graph.tf();
        Operand<TFloat32> active = variables.get(0);
        Operand<TFloat32> quiet = tf.math.sub(tf.constant(1f), active);
        Operand<TFloat32> adaptation = ClippedIntegrator.between(
                tf, graph.approach(variables.get(1), quiet, ClippedIntegrator.settled(graph, ADAPTATION_TIME)), 0);
        Operand<TFloat32> input = drive.current(tf, active);
        Operand<TFloat32> drawn = ClippedIntegrator.between(tf, input, 0);
        Thresholds alone = thresholds(graph, tf.constant(1f), tf.constant(1f));
        Thresholds driven = thresholds(graph, graph.constant(BURST_SHARE), graph.constant(PAUSE_SHARE));
        Operand<TFloat32> begins =
                both(tf, tf.math.sub(adaptation, mixed(tf, alone.begin(), driven.begin(), drawn)), input);
        Operand<TFloat32> ends = both(
                tf,
                tf.math.sub(mixed(tf, alone.end(), driven.end(), drawn), adaptation),
                tf.math.sub(graph.constant(HOLDING_INPUT), input));
        Operand<TFloat32> next =
                tf.math.add(tf.math.mul(quiet, begins), tf.math.mul(active, tf.math.sub(tf.constant(1f), ends)));
        return gradient == Gradient.SURROGATE
                ? List.of(next, adaptation)
                : List.of(tf.stopGradient(next), tf.stopGradient(adaptation));
    }

    /**
     * Adaptations at which a pause and a burst end, in a form that broadcasts to {@code [batch, neurons]}.
     *
     * @param begin Q
     * @param end A
     */
    private record Thresholds(Operand<TFloat32> begin, Operand<TFloat32> end) {}

    private static Thresholds thresholds(
            MembraneGraph graph, Operand<TFloat32> burstShare, Operand<TFloat32> pauseShare) {
        Ops tf = graph.tf();
        Operand<TFloat32> pace = tf.math.div(tf.constant(ClippedIntegrator.SETTLED), graph.constant(ADAPTATION_TIME));
        Operand<TFloat32> burst = tf.math.mul(pace, tf.math.mul(burstShare, graph.constant(BURST)));
        Operand<TFloat32> pause = tf.math.mul(pace, tf.math.mul(pauseShare, graph.constant(PAUSE)));
        Operand<TFloat32> end = tf.math.div(tf.math.expm1(pause), tf.math.expm1(tf.math.add(burst, pause)));
        return new Thresholds(tf.math.mul(end, tf.math.exp(burst)), end);
    }

    /** {@code alone · (1 − share) + driven · share}. */
    private static Operand<TFloat32> mixed(
            Ops tf, Operand<TFloat32> alone, Operand<TFloat32> driven, Operand<TFloat32> share) {
        return tf.math.add(alone, tf.math.mul(share, tf.math.sub(driven, alone)));
    }

    /** 1 where neither is negative, else 0. */
    private static Operand<TFloat32> both(Ops tf, Operand<TFloat32> one, Operand<TFloat32> other) {
        return tf.math.mul(Spikes.fire(tf, one), Spikes.fire(tf, other));
    }
}
