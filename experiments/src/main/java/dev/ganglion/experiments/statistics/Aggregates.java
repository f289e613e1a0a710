package dev.ganglion.experiments.statistics;

import java.util.Arrays;

/**
 * One number for a table of scores.
 *
 * <p>Agarwal et al. 2021, "Deep reinforcement learning at the edge of the statistical precipice", section 4.3.
 */
public final class Aggregates {
    private Aggregates() {}

    /**
     * Mean of the middle half of all scores: a quarter of them, rounded down, is left out at each end. So the mean of
     * all if there are fewer than four.
     */
    public static double interquartileMean(ScoreTable table) {
        double[] sorted = table.all();
        Arrays.sort(sorted);
        int cut = sorted.length / 4;
        return Arrays.stream(sorted, cut, sorted.length - cut).average().orElseThrow();
    }

    /**
     * How far the scores fall short of a goal on average; what is beyond it does not make up for what is below.
     *
     * @param goal the score that is as good as one needs
     */
    public static double optimalityGap(ScoreTable table, double goal) {
        return goal
                - Arrays.stream(table.all())
                        .map(score -> Math.min(score, goal))
                        .average()
                        .orElseThrow();
    }

    /**
     * Probability that a run of one algorithm scores higher than one of another on a task, mean over tasks; equal
     * scores count half.
     *
     * @param first scores of the algorithm that may be better
     * @param second scores of the other on the same tasks
     */
    public static double probabilityOfImprovement(ScoreTable first, ScoreTable second) {
        requireSameTasks(first, second);
        double sum = 0;
        for (int task = 0; task < first.tasks(); task++) {
            double[] x = first.runs(task);
            double[] y = second.runs(task);
            sum += MannWhitney.u(x, y) / ((double) x.length * y.length);
        }
        return sum / first.tasks();
    }

    static void requireSameTasks(ScoreTable first, ScoreTable second) {
        if (first.tasks() != second.tasks()) {
            throw new IllegalArgumentException(
                    "Scores of " + first.tasks() + " and of " + second.tasks() + " tasks cannot be compared");
        }
    }
}
