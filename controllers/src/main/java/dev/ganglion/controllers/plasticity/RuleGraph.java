package dev.ganglion.controllers.plasticity;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Where a rule's equations are added, with its coefficients and the length of a step. */
public final class RuleGraph {
    private final Ops tf;
    private final double stepSeconds;
    private final double stepSize;
    private final Map<String, Operand<TFloat32>> coefficients;
    private final Map<String, Operand<TFloat32>> derived = new HashMap<>();

    /**
     * Into a graph.
     *
     * @param stepSeconds time between two applications of the rule, in s
     * @param stepSize what every rate is multiplied with
     * @param coefficients by name, each in a form that broadcasts to the synapses
     */
    public RuleGraph(Ops tf, double stepSeconds, double stepSize, Map<String, Operand<TFloat32>> coefficients) {
        this.tf = tf;
        this.stepSeconds = stepSeconds;
        this.stepSize = stepSize;
        this.coefficients = Map.copyOf(coefficients);
    }

    /** Where operations are added. */
    public Ops tf() {
        return tf;
    }

    /** A coefficient as it is. */
    Operand<TFloat32> coefficient(String name) {
        return Objects.requireNonNull(coefficients.get(name), name);
    }

    /** A rate times the common step size. */
    Operand<TFloat32> rate(String name) {
        return derived.computeIfAbsent("rate of " + name, key -> scaled(coefficient(name)));
    }

    /** A change times the common step size. */
    Operand<TFloat32> scaled(Operand<TFloat32> change) {
        return stepSize == 1 ? change : tf.math.mul(change, tf.constant((float) stepSize));
    }

    /**
     * What of a trace is left after a step: exp(−step / τ).
     *
     * @param timeConstant name of τ, in s
     */
    Operand<TFloat32> decay(String timeConstant) {
        return derived.computeIfAbsent(
                "decay of " + timeConstant,
                key -> tf.math.exp(tf.math.div(tf.constant((float) -stepSeconds), coefficient(timeConstant))));
    }

    /**
     * A step as a share of a time constant.
     *
     * @param timeConstant name of τ, in s
     */
    Operand<TFloat32> share(String timeConstant) {
        return derived.computeIfAbsent(
                "share of " + timeConstant,
                key -> tf.math.div(tf.constant((float) stepSeconds), coefficient(timeConstant)));
    }
}
