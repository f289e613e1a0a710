package dev.ganglion.agents.ppo;

import org.jspecify.annotations.Nullable;

/**
 * The probability ratios of a minibatch, {@code [step]} each. What they tell is added up outside of the graph: two dozen
 * small operations there took a tenth of a gradient step, and kept the other thread waiting.
 *
 * @param ratios the ratio ρ of the new probability of the action to the old one
 * @param logRatios its logarithm
 * @param surrogates what the policy's loss is the negative mean of
 * @param mask 1 for a step that counts and 0 for one that fills up a chunk; null if all count
 */
record MinibatchRatios(float[] ratios, float[] logRatios, float[] surrogates, float @Nullable [] mask) {
    /** Ratios nearer to 1 are those of the same policy, up to the last bits of its output. */
    private static final float SAME = 1e-4f;

    /** So many values that are not known yet. */
    static MinibatchRatios unknown(int steps, float @Nullable [] mask) {
        return new MinibatchRatios(new float[steps], new float[steps], new float[steps], mask);
    }

    /**
     * What they tell.
     *
     * @param clip half-width ε of the clipped ratio
     */
    RatioReport report(float clip) {
        double surrogate = 0;
        double divergence = 0;
        double count = 0;
        int clipped = 0;
        int differing = 0;
        float largest = 0;
        for (int i = 0; i < ratios.length; i++) {
            if (mask != null && mask[i] == 0) {
                continue;
            }
            float away = Math.abs(ratios[i] - 1);
            surrogate += surrogates[i];
            divergence += (ratios[i] - 1) - logRatios[i];
            clipped += away > clip ? 1 : 0;
            differing += away > SAME ? 1 : 0;
            largest = Math.max(largest, away);
            count++;
        }
        double steps = Math.max(1, count);
        return new RatioReport(-surrogate / steps, divergence / steps, clipped / steps, largest, differing / steps);
    }
}
