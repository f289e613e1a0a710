package dev.ganglion.experiments.statistics;

/** How high a learning curve runs on average. */
public final class LearningArea {
    private LearningArea() {}

    /**
     * Mean height of a curve from step 0 to the last of its budget: linear between its points, level before the first
     * and after the last.
     *
     * @param steps of the curve's points, ascending, at least one
     * @param returns of the curve's points
     * @param budget where the curve ends, no less than the last point
     */
    public static double mean(long[] steps, double[] returns, long budget) {
        if (steps.length == 0 || steps.length != returns.length || budget < steps[steps.length - 1] || budget < 1) {
            throw new IllegalArgumentException(
                    steps.length + " steps, " + returns.length + " returns and " + budget + " steps are no curve");
        }
        int last = steps.length - 1;
        double area = returns[0] * steps[0] + returns[last] * (budget - steps[last]);
        for (int i = 1; i <= last; i++) {
            area += (returns[i] + returns[i - 1]) / 2 * (steps[i] - steps[i - 1]);
        }
        return area / budget;
    }
}
