package dev.ganglion.experiments.statistics;

import java.util.List;
import java.util.OptionalLong;

/**
 * When a run first earned a return; of a run that never did, how long it was given.
 *
 * @param steps environment steps to the threshold, or to the end of the run
 * @param reached whether the threshold was reached; if not, the time is censored
 */
public record StepsToThreshold(long steps, boolean reached) {
    /**
     * Follows a learning curve to a threshold.
     *
     * @param steps of the curve's points, ascending
     * @param returns of the curve's points
     * @param threshold return to be reached
     * @param budget steps of the whole run
     */
    public static StepsToThreshold of(long[] steps, double[] returns, double threshold, long budget) {
        if (steps.length != returns.length) {
            throw new IllegalArgumentException(steps.length + " steps and " + returns.length + " returns");
        }
        for (int i = 0; i < steps.length; i++) {
            if (returns[i] >= threshold) {
                return new StepsToThreshold(steps[i], true);
            }
        }
        return new StepsToThreshold(budget, false);
    }

    /**
     * Steps by which half of the runs have reached the threshold, empty if censoring leaves that open.
     *
     * <p>The median of the product-limit estimate of Kaplan and Meier 1958. A run censored at a step was still at risk
     * there.
     */
    public static OptionalLong median(List<StepsToThreshold> runs) {
        double survival = 1;
        for (long step : runs.stream()
                .filter(StepsToThreshold::reached)
                .mapToLong(StepsToThreshold::steps)
                .sorted()
                .distinct()
                .toArray()) {
            long atRisk = runs.stream().filter(run -> run.steps >= step).count();
            long events = runs.stream()
                    .filter(run -> run.reached && run.steps == step)
                    .count();
            survival *= (double) (atRisk - events) / atRisk;
            // A product of fractions that should be a half may be a rounding error above it.
            if (survival <= 0.5 + 1e-12) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }
}
