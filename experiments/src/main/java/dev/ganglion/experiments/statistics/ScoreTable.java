package dev.ganglion.experiments.statistics;

import java.util.Arrays;

/**
 * The scores of one algorithm: {@code [task][run]}, at least one run of each task.
 *
 * <p>Runs of one task are exchangeable, runs of different tasks are not, so whatever resamples keeps to a task's row.
 */
public final class ScoreTable {
    private final double[][] scores;

    private ScoreTable(double[][] scores) {
        this.scores = scores;
    }

    /**
     * A table of finite scores, copied.
     *
     * @param scores {@code [task][run]}
     * @throws IllegalArgumentException if a row is empty or a score is not finite
     */
    public static ScoreTable of(double[][] scores) {
        if (scores.length == 0 || Arrays.stream(scores).anyMatch(row -> row.length == 0)) {
            throw new IllegalArgumentException("A table of scores has a task at least, and each task a run");
        }
        double[][] copy = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        if (!Arrays.stream(copy).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Scores are finite numbers: " + Arrays.deepToString(scores));
        }
        return new ScoreTable(copy);
    }

    /** The runs of a single task. */
    public static ScoreTable ofRuns(double... scores) {
        return of(new double[][] {scores});
    }

    /** Number of tasks. */
    public int tasks() {
        return scores.length;
    }

    /** Runs of the task that has fewest. */
    public int fewestRuns() {
        return Arrays.stream(scores).mapToInt(row -> row.length).min().orElseThrow();
    }

    /** The scores of a task's runs, copied. */
    public double[] runs(int task) {
        return scores[task].clone();
    }

    /** All scores, copied, task by task. */
    public double[] all() {
        return Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
    }
}
