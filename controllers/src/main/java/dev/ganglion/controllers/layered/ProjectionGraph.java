package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.plasticity.Coefficient;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import dev.ganglion.controllers.plasticity.RuleGraph;
import dev.ganglion.controllers.recurrent.SampleMatrices;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** The synapses onto a layer in a graph. */
final class ProjectionGraph {
    private static final float SMALLEST_DIVISOR = 1e-12f;

    private final Ops tf;
    private final Projection projection;
    private final SynapseDesign design;
    /** Weights that are parameters, in a form that broadcasts along the batch if there is a rule; null if none are. */
    private final @Nullable Operand<TFloat32> parameters;

    private final @Nullable Operand<TFloat32> biases;
    private final @Nullable RuleGraph rule;

    /**
     * Into a graph.
     *
     * @param stepSeconds length of an inner step in s
     */
    ProjectionGraph(Ops tf, Projection projection, double stepSeconds, ParameterOperands operands) {
        this.tf = tf;
        this.projection = projection;
        this.design = projection.design();
        boolean changes = design.rule().isPresent();
        if (design.areWhole()) {
            this.parameters = null;
        } else {
            Operand<TFloat32> weights = operands.effective(projection.weights());
            this.parameters = changes ? SampleMatrices.alongBatch(tf, weights, 2) : weights;
        }
        this.biases = design.hasBiases() ? operands.effective(projection.biases()) : null;
        this.rule = design.rule().map(each -> rule(each, stepSeconds, operands)).orElse(null);
    }

    private RuleGraph rule(PlasticityRule of, double stepSeconds, ParameterOperands operands) {
        Map<String, Operand<TFloat32>> coefficients = new HashMap<>();
        for (Coefficient coefficient : of.coefficients()) {
            coefficients.put(
                    coefficient.name(),
                    coefficient.isLearned()
                            ? SampleMatrices.alongBatch(tf, operands.effective(projection.coefficient(coefficient)), 2)
                            : tf.constant((float) ((InitialValue.Fixed) coefficient.initial()).value()));
        }
        return new RuleGraph(tf, stepSeconds, design.stepSize(), coefficients);
    }

    /**
     * What the synapses bring.
     *
     * @param memory what they remember, in the order of {@link Projection#state()}
     * @param activity of the units before them, {@code [batch, pre]}
     * @return {@code [batch, post]}
     */
    Operand<TFloat32> input(List<Operand<TFloat32>> memory, Operand<TFloat32> activity) {
        Operand<TFloat32> sum = memory.isEmpty() && parameters != null
                ? Products.product(tf, activity, parameters)
                : SampleMatrices.product(tf, acting(memory), activity);
        return biases == null ? sum : Products.addRow(tf, sum, biases);
    }

    /** The weights that act, {@code [batch, post, pre]}. */
    private Operand<TFloat32> acting(List<Operand<TFloat32>> memory) {
        return parameters == null ? memory.get(0) : tf.math.add(memory.get(0), parameters);
    }

    /**
     * What the synapses remember after an inner step.
     *
     * @param memory before it
     * @param before activity of the units before them, {@code [batch, pre]}
     * @param behind activity of the units behind them, {@code [batch, post]}
     * @param third the third factor, {@code [batch, 1]}; null if there is none
     */
    List<Operand<TFloat32>> learn(
            List<Operand<TFloat32>> memory,
            Operand<TFloat32> before,
            Operand<TFloat32> behind,
            @Nullable Operand<TFloat32> third) {
        if (rule == null) {
            return memory;
        }
        PlasticityRule followed = design.rule().orElseThrow();
        int own = design.remembersInitial() ? 2 : 1;
        Operand<TFloat32> initial = initial(memory);
        PlasticityRule.Locals locals = new PlasticityRule.Locals(
                tf.expandDims(before, tf.constant(-2)),
                tf.expandDims(behind, tf.constant(-1)),
                initial,
                design.remembersInitial() ? tf.math.sub(memory.get(0), initial) : memory.get(0),
                third == null ? tf.constant(0f) : tf.expandDims(third, tf.constant(-1)));
        List<Operand<TFloat32>> remembered = new ArrayList<>();
        for (int i = own; i < memory.size(); i++) {
            remembered.add(spread(followed.memories().get(i - own).place(), memory.get(i)));
        }
        PlasticityRule.Change change = followed.step(rule, locals, remembered);
        List<Operand<TFloat32>> after = new ArrayList<>();
        after.add(kept(change.learned(), initial));
        after.addAll(memory.subList(1, own));
        for (int i = 0; i < change.memories().size(); i++) {
            after.add(gathered(
                    followed.memories().get(i).place(), change.memories().get(i)));
        }
        return after;
    }

    /** W as the rule sees it; where what was learned is not kept apart, all of the weight counts as learned. */
    private Operand<TFloat32> initial(List<Operand<TFloat32>> memory) {
        if (parameters != null) {
            return parameters;
        }
        return design.remembersInitial() ? memory.get(1) : tf.constant(0f);
    }

    /** What is kept of F: the weight, within its bounds, or what was added to W to make it so. */
    private Operand<TFloat32> kept(Operand<TFloat32> learned, Operand<TFloat32> initial) {
        boolean isBounded = design.clamp() > 0 || design.isNormalised();
        if (parameters != null && !isBounded) {
            return learned;
        }
        Operand<TFloat32> weight =
                parameters != null || design.remembersInitial() ? tf.math.add(initial, learned) : learned;
        Operand<TFloat32> bounded = normalised(clamped(weight));
        return parameters == null ? bounded : tf.math.sub(bounded, initial);
    }

    private Operand<TFloat32> clamped(Operand<TFloat32> weight) {
        float limit = (float) design.clamp();
        return limit == 0 ? weight : tf.clipByValue(weight, tf.constant(-limit), tf.constant(limit));
    }

    private Operand<TFloat32> normalised(Operand<TFloat32> weight) {
        if (!design.isNormalised()) {
            return weight;
        }
        Operand<TFloat32> largest = tf.max(tf.math.abs(weight), tf.constant(new int[] {-2, -1}), Max.keepDims(true));
        return tf.math.div(weight, tf.math.maximum(largest, tf.constant(SMALLEST_DIVISOR)));
    }

    private Operand<TFloat32> spread(PlasticityRule.Place place, Operand<TFloat32> values) {
        return switch (place) {
            case PRE -> tf.expandDims(values, tf.constant(-2));
            case POST -> tf.expandDims(values, tf.constant(-1));
            case SYNAPSE -> values;
        };
    }

    private Operand<TFloat32> gathered(PlasticityRule.Place place, Operand<TFloat32> values) {
        return switch (place) {
            case PRE -> tf.squeeze(values, Squeeze.axis(List.of(-2L)));
            case POST -> tf.squeeze(values, Squeeze.axis(List.of(-1L)));
            case SYNAPSE -> values;
        };
    }
}
