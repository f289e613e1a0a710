package dev.ganglion.agents.normalisation;

import java.util.Arrays;

/**
 * Divides rewards by the deviation of the discounted sum of past rewards, without shifting them.
 *
 * <p>Huang et al. 2022, details 30 and 31. There the statistics move at every step; here they move once before each
 * rollout is scaled, so that all of its rewards have one scale (ours).
 *
 * @param moments statistics of the discounted sums
 * @param sums the discounted sum of each environment's running episode
 */
public record RewardScaler(RunningMoments moments, double[] sums) {
    private static final double CLIP = 10;
    private static final double SMALLEST_DEVIATION = 1e-4;

    /** Nothing seen yet. */
    public static RewardScaler empty(int environments) {
        return new RewardScaler(RunningMoments.empty(1), new double[environments]);
    }

    /**
     * With the rewards of another rollout.
     *
     * @param rewards {@code [time, environment]}
     * @param ends whether the step was the last of an episode, {@code [time, environment]}
     * @param gamma discount per step
     */
    public RewardScaler seen(float[] rewards, boolean[] ends, double gamma) {
        double[] running = sums.clone();
        float[] all = new float[rewards.length];
        for (int i = 0; i < rewards.length; i++) {
            int environment = i % running.length;
            running[environment] = gamma * running[environment] + rewards[i];
            all[i] = (float) running[environment];
            if (ends[i]) {
                running[environment] = 0;
            }
        }
        return new RewardScaler(moments.merge(RunningMoments.of(all, 1, 0, 1)), running);
    }

    /** Rewards, scaled and bounded to ±10. */
    public float[] scaled(float[] rewards) {
        double scale = 1 / Math.max(SMALLEST_DEVIATION, moments.deviation(0));
        float[] scaled = new float[rewards.length];
        for (int i = 0; i < rewards.length; i++) {
            scaled[i] = (float) Math.max(-CLIP, Math.min(CLIP, rewards[i] * scale));
        }
        return scaled;
    }

    /** As one vector for a checkpoint: the moments, then the sums. */
    public double[] toVector() {
        double[] head = moments.toVector();
        double[] vector = Arrays.copyOf(head, head.length + sums.length);
        System.arraycopy(sums, 0, vector, head.length, sums.length);
        return vector;
    }

    /** The inverse of {@link #toVector()}. */
    public static RewardScaler fromVector(double[] vector) {
        int head = 3;
        return new RewardScaler(
                RunningMoments.fromVector(Arrays.copyOf(vector, head), 1),
                Arrays.copyOfRange(vector, head, vector.length));
    }
}
