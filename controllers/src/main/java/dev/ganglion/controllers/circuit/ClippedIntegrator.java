package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A leaky integrator whose input and output are clipped:
 *
 * <pre>{@code
 * T/4 dv/dt = clip(Σ w x + Σ g (v_other − v), −1, 1) − v
 * x = clip(v, 0, 1)
 * }</pre>
 *
 * <p>by the implicit Euler method, {@code v ← (v + k z) / (1 + k)} with {@code k = 4 step / T}.
 *
 * <p>Source: code of Bhattasali et al. (2024), arXiv 2410.07174, for the extensors and interneurons of a quadruped.
 *
 * @param settlingTime T in s, after which 98 % of a change has been made up
 */
public record ClippedIntegrator(Constant settlingTime) implements Membrane {
    /** What {@link #settlingTime} counts of the time constant. */
    static final float SETTLED = 4;

    private static final String SETTLING_TIME = "settling-time";

    /** Checks the constant. */
    public ClippedIntegrator {
        named(settlingTime);
    }

    /** With the usual constant: T = 0.03 s. */
    public static ClippedIntegrator usual() {
        return new ClippedIntegrator(Constant.of(0.03));
    }

    private static List<Constant.Named> named(Constant settlingTime) {
        return List.of(Constant.Named.positive(SETTLING_TIME, settlingTime));
    }

    @Override
    public List<Constant.Named> constants() {
        return named(settlingTime);
    }

    @Override
    public ClippedIntegrator withConstants(UnaryOperator<Constant> change) {
        return new ClippedIntegrator(change.apply(settlingTime));
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("voltage", 0));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return between(graph.tf(), variables.get(0), 0);
    }

    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    /** The clip bounds what an inner step can add, so that any conductance can be carried. */
    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Operand<TFloat32> voltage = variables.get(0);
        Operand<TFloat32> target = between(graph.tf(), drive.current(graph.tf(), voltage), -1);
        return List.of(graph.approach(voltage, target, settled(graph, SETTLING_TIME)));
    }

    /** What of a difference is made up in an inner step: {@code k / (1 + k)} with {@code k = 4 step / T}. */
    static Operand<TFloat32> settled(MembraneGraph graph, String settlingTime) {
        Ops tf = graph.tf();
        Operand<TFloat32> pace = tf.constant((float) (SETTLED * graph.stepSeconds()));
        return tf.math.div(pace, tf.math.add(graph.constant(settlingTime), pace));
    }

    /** Values clipped to what lies between a lower bound and 1. */
    static Operand<TFloat32> between(Ops tf, Operand<TFloat32> values, float low) {
        return tf.math.minimum(tf.math.maximum(values, tf.constant(low)), tf.constant(1f));
    }
}
