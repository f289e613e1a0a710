package dev.ganglion.controllers.plasticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The generalised Hebbian rules {@code Δw = η (A · pre · post + B · pre + C · post + D)}, in nine forms.
 *
 * <p>Source: Najarro and Risi (NeurIPS 2020), "Meta-learning through Hebbian plasticity in random networks", arXiv
 * 2007.02686, and its code, where every coefficient belongs to one synapse and is evolved. In the forms without η the
 * other coefficients are rates.
 *
 * @param form which terms there are
 */
public record AbcdRule(Form form) implements PlasticityRule {
    private static final String RATE = "rate";
    private static final String BOTH = "a";
    private static final String PRE_ONLY = "b";
    private static final String POST_ONLY = "c";
    private static final String ALWAYS = "d";
    private static final String OUTSIDE = "d-out";

    /** Which terms there are. */
    public enum Form {
        /** A · pre · post. */
        A("a", false, false, true, false),
        /** A · pre · post + D. */
        AD("ad", false, true, true, false),
        /** η (A · pre · post + D). */
        AD_LR("ad-lr", false, true, false, false),
        /** A · pre · post + B · pre + C · post. */
        ABC("abc", true, false, true, false),
        /** η (A · pre · post + B · pre + C · post). */
        ABC_LR("abc-lr", true, false, false, false),
        /** A · pre · post + B · pre + C · post + D. */
        ABCD("abcd", true, true, true, false),
        /** η (A · pre · post + B · pre + C · post + D), the source's usual one. */
        ABCD_LR("abcd-lr", true, true, false, false),
        /** η (A · pre · post + B · pre + C · post) + D. */
        ABCD_LR_D_OUT("abcd-lr-d-out", true, false, false, true),
        /** η (A · pre · post + B · pre + C · post + D) + D_out. */
        ABCD_LR_D_IN_AND_OUT("abcd-lr-d-in-and-out", true, true, false, true);

        private final String text;
        private final boolean hasSingles;
        private final boolean hasConstant;
        private final boolean areRates;
        private final boolean hasOutside;

        Form(String text, boolean hasSingles, boolean hasConstant, boolean areRates, boolean hasOutside) {
            this.text = text;
            this.hasSingles = hasSingles;
            this.hasConstant = hasConstant;
            this.areRates = areRates;
            this.hasOutside = hasOutside;
        }
    }

    @Override
    public String name() {
        return form.text;
    }

    @Override
    public Set<Factor> reads() {
        return Set.of(Factor.PRE, Factor.POST);
    }

    @Override
    public List<Coefficient> coefficients() {
        List<Coefficient> coefficients = new ArrayList<>();
        if (!form.areRates) {
            coefficients.add(Coefficient.rate(RATE));
        }
        coefficients.add(inside(BOTH));
        if (form.hasSingles) {
            coefficients.add(inside(PRE_ONLY));
            coefficients.add(inside(POST_ONLY));
        }
        if (form.hasConstant) {
            coefficients.add(inside(ALWAYS));
        }
        if (form.hasOutside) {
            coefficients.add(Coefficient.rate(OUTSIDE));
        }
        return List.copyOf(coefficients);
    }

    private Coefficient inside(String name) {
        return form.areRates ? Coefficient.rate(name) : Coefficient.shape(name);
    }

    @Override
    public Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories) {
        Ops tf = graph.tf();
        Operand<TFloat32> change = tf.math.mul(inside(graph, BOTH), tf.math.mul(synapse.post(), synapse.pre()));
        if (form.hasSingles) {
            change = tf.math.add(change, tf.math.mul(inside(graph, PRE_ONLY), synapse.pre()));
            change = tf.math.add(change, tf.math.mul(inside(graph, POST_ONLY), synapse.post()));
        }
        if (form.hasConstant) {
            change = tf.math.add(change, inside(graph, ALWAYS));
        }
        if (!form.areRates) {
            change = tf.math.mul(graph.rate(RATE), change);
        }
        if (form.hasOutside) {
            change = tf.math.add(change, graph.rate(OUTSIDE));
        }
        return Change.of(tf.math.add(synapse.learned(), change));
    }

    private Operand<TFloat32> inside(RuleGraph graph, String name) {
        return form.areRates ? graph.rate(name) : graph.coefficient(name);
    }
}
