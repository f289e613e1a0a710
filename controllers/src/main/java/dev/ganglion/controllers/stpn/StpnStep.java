package dev.ganglion.controllers.stpn;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.recurrent.SampleMatrices;
import dev.ganglion.controllers.recurrent.SynapticEnergy;
import dev.ganglion.controllers.tensor.Products;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One step of short-term plasticity neurons while it is being added to a graph. */
final class StpnStep {
    private static final float LENGTH_FLOOR = 1e-12f;

    private final Ops tf;
    private final StpnDesign design;
    private final ParameterOperands parameters;
    private final Presynaptic presynaptic;
    private final Operand<TFloat32> fast;
    private final Operand<TFloat32> weights;
    private final Operand<TFloat32> efficacy;
    /** One over the length of each unit's row, {@code [batch, post]}; null where rows are not normalised. */
    private final @Nullable Operand<TFloat32> scale;

    /**
     * Presynaptic activity.
     *
     * @param plastic before the plastic synapses, {@code [batch, pre]}
     * @param fixed before the other synapses, {@code [batch, pre]}; null if there are none
     */
    record Presynaptic(Operand<TFloat32> plastic, @Nullable Operand<TFloat32> fixed) {}

    /**
     * Into a graph.
     *
     * @param fast plastic efficacy F before the step, {@code [batch, post, pre]}
     */
    StpnStep(Ops tf, StpnDesign design, ParameterOperands parameters, Presynaptic presynaptic, Operand<TFloat32> fast) {
        this.tf = tf;
        this.design = design;
        this.parameters = parameters;
        this.presynaptic = presynaptic;
        this.fast = fast;
        this.weights = SampleMatrices.alongBatch(tf, parameters.effective(StpnCell.WEIGHTS), 2);
        this.efficacy = tf.math.add(weights, fast);
        this.scale = design.normalisation() == Normalisation.NONE ? null : reciprocalLength(efficacy);
    }

    /** Activity of the units, {@code [batch, post]}. */
    Operand<TFloat32> hidden() {
        Operand<TFloat32> drive = SampleMatrices.product(tf, efficacy, presynaptic.plastic());
        if (presynaptic.fixed() != null) {
            drive = tf.math.add(
                    drive, Products.product(tf, presynaptic.fixed(), parameters.effective(StpnCell.STATIC_WEIGHTS)));
        }
        return tf.math.tanh(Products.addRow(tf, scaled(drive), parameters.effective(StpnCell.BIASES)));
    }

    /** Plastic efficacy after the step, {@code [batch, post, pre]}. */
    Operand<TFloat32> learn(Operand<TFloat32> hidden) {
        Operand<TFloat32> kept = design.normalisation() == Normalisation.PRE && scale != null
                ? SampleMatrices.scaleRows(tf, fast, scale)
                : fast;
        Operand<TFloat32> coincidence = SampleMatrices.outer(tf, hidden, presynaptic.plastic());
        Operand<TFloat32> learned = tf.math.add(
                tf.math.mul(kept, rate(StpnCell.RETENTION)), tf.math.mul(coincidence, rate(StpnCell.PLASTICITY)));
        if (design.clamp() > 0) {
            float limit = (float) design.clamp();
            learned = tf.clipByValue(learned, tf.constant(-limit), tf.constant(limit));
        }
        return design.normalisation() == Normalisation.POST
                ? SampleMatrices.scaleRows(tf, learned, reciprocalLength(tf.math.add(weights, learned)))
                : learned;
    }

    /** Energy, {@code [batch]}. */
    Operand<TFloat32> energy() {
        Operand<TFloat32> power = SynapticEnergy.ofSamples(tf, efficacy, presynaptic.plastic());
        if (presynaptic.fixed() != null) {
            Operand<TFloat32> squares = tf.math.square(presynaptic.fixed());
            power = tf.math.add(
                    power, Products.product(tf, squares, tf.math.abs(parameters.effective(StpnCell.STATIC_WEIGHTS))));
        }
        return tf.math.mean(scaled(power), tf.constant(-1));
    }

    private Operand<TFloat32> scaled(Operand<TFloat32> values) {
        return scale == null ? values : tf.math.mul(values, scale);
    }

    private Operand<TFloat32> rate(String block) {
        return SampleMatrices.alongBatch(tf, parameters.effective(block), 2);
    }

    private Operand<TFloat32> reciprocalLength(Operand<TFloat32> plastic) {
        Operand<TFloat32> squares = tf.reduceSum(tf.math.square(plastic), tf.constant(-1));
        if (presynaptic.fixed() != null) {
            Operand<TFloat32> fixed = parameters.effective(StpnCell.STATIC_WEIGHTS);
            squares = Products.addRow(tf, squares, tf.reduceSum(tf.math.square(fixed), tf.constant(-2)));
        }
        return tf.math.rsqrt(tf.math.add(squares, tf.constant(LENGTH_FLOOR)));
    }
}
