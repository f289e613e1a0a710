package dev.ganglion.controllers.circuit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Where the equations of neurons that share a model are added, with their constants and the length of a step. */
public final class MembraneGraph {
    private final Ops tf;
    private final double stepSeconds;
    private final Map<String, Operand<TFloat32>> constants;
    private final Map<String, Operand<TFloat32>> derived = new HashMap<>();

    /**
     * Into a graph.
     *
     * @param stepSeconds length of an inner step in s
     * @param constants by name, each in a form that broadcasts to {@code [batch, neurons]}
     */
    public MembraneGraph(Ops tf, double stepSeconds, Map<String, Operand<TFloat32>> constants) {
        this.tf = tf;
        this.stepSeconds = stepSeconds;
        this.constants = Map.copyOf(constants);
    }

    /** Where operations are added. */
    public Ops tf() {
        return tf;
    }

    /** A constant of the model. */
    public Operand<TFloat32> constant(String name) {
        return Objects.requireNonNull(constants.get(name), name);
    }

    /** Length of an inner step in s. */
    double stepSeconds() {
        return stepSeconds;
    }

    /**
     * What of a difference is made up in an inner step by the Euler method: min(1, step / τ). What is quicker than a
     * step follows at once.
     *
     * @param timeConstant name of τ, in s
     */
    Operand<TFloat32> rate(String timeConstant) {
        return derived.computeIfAbsent(
                "rate of " + timeConstant,
                name -> tf.math.minimum(
                        tf.math.div(tf.constant((float) stepSeconds), constant(timeConstant)), tf.constant(1f)));
    }

    /**
     * What of a value is left after an inner step: exp(−step / τ).
     *
     * @param timeConstant name of τ, in s
     */
    Operand<TFloat32> decay(String timeConstant) {
        return derived.computeIfAbsent(
                "decay of " + timeConstant,
                name -> tf.math.exp(tf.math.div(tf.constant((float) -stepSeconds), constant(timeConstant))));
    }

    /**
     * The largest Σ g with which {@code v ← v + share · (I + Σ g (v_other − v) − v)} is stable for any neighbours that
     * are as steep: share · (1 + 2 Σ g) = 2.
     */
    Operand<TFloat32> stableConductance(Operand<TFloat32> share) {
        return tf.math.sub(tf.math.reciprocal(share), tf.constant(0.5f));
    }

    /** {@code value + share · (target − value)}. */
    Operand<TFloat32> approach(Operand<TFloat32> value, Operand<TFloat32> target, Operand<TFloat32> share) {
        return tf.math.add(value, tf.math.mul(share, tf.math.sub(target, value)));
    }
}
