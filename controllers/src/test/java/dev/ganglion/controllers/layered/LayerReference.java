package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.NumericGradient.Values;

/** The synapses onto a layer, written down plainly in double precision, one by one. */
final class LayerReference {
    private static final double TRACE_SECONDS = 0.02;
    private static final double ELIGIBILITY_SECONDS = 0.04;
    private static final double WEIGHT_SECONDS = 2e4;

    private final int layer;
    private final Settings settings;
    private final Values values;
    private final double[][] first;
    private final double[][] eligibility;
    private final double[][] trace;
    private final double[] before;
    private final double[] behind;
    final double[][] weights;

    /** What is the same for all layers. */
    record Settings(String rule, boolean own, double stepSize, double clamp, boolean normalise, double seconds) {}

    /** With the weights {@code [post][pre]} with which the episode begins. */
    LayerReference(int layer, Settings settings, double[][] initial, Values values) {
        this.layer = layer;
        this.settings = settings;
        this.values = values;
        int post = initial.length;
        int pre = initial[0].length;
        weights = new double[post][];
        first = new double[post][];
        for (int j = 0; j < post; j++) {
            weights[j] = initial[j].clone();
            first[j] = initial[j].clone();
        }
        eligibility = new double[post][pre];
        trace = new double[post][pre];
        before = new double[pre];
        behind = new double[post];
    }

    double[] input(double[] activity) {
        double[] sum = new double[weights.length];
        for (int j = 0; j < sum.length; j++) {
            for (int i = 0; i < activity.length; i++) {
                sum[j] += weights[j][i] * activity[i];
            }
        }
        return sum;
    }

    void learn(double[] pre, double[] post, double third) {
        double left = Math.exp(-settings.seconds / TRACE_SECONDS);
        for (int i = 0; i < pre.length; i++) {
            before[i] = left * before[i] + pre[i];
        }
        for (int j = 0; j < post.length; j++) {
            for (int i = 0; i < pre.length; i++) {
                weights[j][i] = changed(j, i, pre[i], post[j], left * behind[j], third);
                if (settings.clamp > 0) {
                    weights[j][i] = Math.max(-settings.clamp, Math.min(settings.clamp, weights[j][i]));
                }
            }
        }
        for (int j = 0; j < post.length; j++) {
            behind[j] = left * behind[j] + post[j];
        }
        if (settings.normalise) {
            normalise();
        }
    }

    private void normalise() {
        double largest = 1e-12;
        for (double[] row : weights) {
            for (double weight : row) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        for (double[] row : weights) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= largest;
            }
        }
    }

    private double of(String coefficient, int j, int i) {
        double[] all = values.block("layer-" + layer + "/rule/" + coefficient);
        return settings.own ? all[j * weights[0].length + i] : all[0];
    }

    private double rate(String coefficient, int j, int i) {
        return settings.stepSize * of(coefficient, j, i);
    }

    /** A weight after a step; {@code late} is what is left of earlier spikes behind the synapse. */
    private double changed(int j, int i, double pre, double post, double late, double third) {
        double weight = weights[j][i];
        return switch (settings.rule) {
            case "hebb" -> weight + rate("rate", j, i) * post * pre;
            case "oja" -> weight + rate("rate", j, i) * (post * pre - post * post * weight);
            case "ad-lr" -> weight + rate("rate", j, i) * (of("a", j, i) * pre * post + of("d", j, i));
            case "abcd-lr" ->
                weight
                        + rate("rate", j, i)
                                * (of("a", j, i) * pre * post
                                        + of("b", j, i) * pre
                                        + of("c", j, i) * post
                                        + of("d", j, i));
            case "stdp" ->
                weight + rate("potentiation", j, i) * before[i] * post - rate("depression", j, i) * late * pre;
            case "neuromodulated" -> neuromodulated(j, i, pre, post, third);
            case "three-factor" -> {
                double pairs = of("potentiation", j, i) * before[i] * post - of("depression", j, i) * late * pre;
                eligibility[j][i] = Math.exp(-settings.seconds / ELIGIBILITY_SECONDS) * eligibility[j][i]
                        + settings.seconds / ELIGIBILITY_SECONDS * pairs;
                yield weight
                        + rate("rate", j, i) * third * eligibility[j][i]
                        - settings.seconds / WEIGHT_SECONDS * weight;
            }
            default -> throw new IllegalArgumentException(settings.rule);
        };
    }

    private double neuromodulated(int j, int i, double pre, double post, double third) {
        double grown = trace[j][i] + settings.stepSize * third * eligibility[j][i];
        trace[j][i] = Math.max(-1, Math.min(1, grown));
        double renewal = of("renewal", j, i);
        eligibility[j][i] = (1 - renewal) * eligibility[j][i] + renewal * post * pre;
        return first[j][i] + of("strength", j, i) * trace[j][i];
    }
}
