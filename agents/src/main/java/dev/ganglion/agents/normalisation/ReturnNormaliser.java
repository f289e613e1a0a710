package dev.ganglion.agents.normalisation;

import java.util.Arrays;

/**
 * Standardises the returns that the critic learns, by their exponentially weighted mean and deviation.
 *
 * <p>Whenever the statistics move, {@link #rescaledWeight} and {@link #rescaledBias} correct the critic's last layer so that its unnormalised output
 * stays the same function: van Hasselt et al. 2016, "Learning values across many orders of magnitude" (PopArt). The
 * weight of the latest rollout, 0.1, is ours.
 *
 * @param weight sum of the weights so far, tending to 1; 0 before the first rollout
 * @param first weighted sum of returns
 * @param second weighted sum of squared returns
 */
public record ReturnNormaliser(double weight, double first, double second) {
    private static final double LATEST = 0.1;
    private static final double SMALLEST_DEVIATION = 1e-4;

    /** Nothing seen yet: mean 0, deviation 1. */
    public static ReturnNormaliser empty() {
        return new ReturnNormaliser(0, 0, 0);
    }

    /** With the returns of another rollout. */
    public ReturnNormaliser seen(double[] returns) {
        double mean = Arrays.stream(returns).average().orElse(0);
        double square = Arrays.stream(returns).map(r -> r * r).average().orElse(0);
        return new ReturnNormaliser(
                (1 - LATEST) * weight + LATEST,
                (1 - LATEST) * first + LATEST * mean,
                (1 - LATEST) * second + LATEST * square);
    }

    /** Mean of the returns. */
    public double mean() {
        return weight == 0 ? 0 : first / weight;
    }

    /** Standard deviation of the returns; 1 before anything has been seen. */
    public double deviation() {
        if (weight == 0) {
            return 1;
        }
        double variance = second / weight - mean() * mean();
        return Math.max(SMALLEST_DEVIATION, Math.sqrt(Math.max(0, variance)));
    }

    /** A return as the critic learns it. */
    public double normalise(double value) {
        return (value - mean()) / deviation();
    }

    /** A critic's output as a return. */
    public double denormalise(double output) {
        return output * deviation() + mean();
    }

    /**
     * A weight of the critic's last layer such that its output means the same under {@code next} as it does under
     * these statistics: {@code w·σ/σ'}.
     */
    public double rescaledWeight(double lastWeight, ReturnNormaliser next) {
        return lastWeight * deviation() / next.deviation();
    }

    /** The bias of the critic's last layer likewise: {@code (σ·b + μ − μ')/σ'}. */
    public double rescaledBias(double bias, ReturnNormaliser next) {
        return (deviation() * bias + mean() - next.mean()) / next.deviation();
    }

    /** As one vector for a checkpoint. */
    public double[] toVector() {
        return new double[] {weight, first, second};
    }

    /** The inverse of {@link #toVector()}. */
    public static ReturnNormaliser fromVector(double[] vector) {
        return new ReturnNormaliser(vector[0], vector[1], vector[2]);
    }
}
