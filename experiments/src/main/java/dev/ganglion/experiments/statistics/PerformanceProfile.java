package dev.ganglion.experiments.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which share of the runs scores more than a threshold, for one threshold after another; mean over tasks.
 *
 * <p>The score distribution of Agarwal et al. 2021, section 4.2.
 *
 * @param points in the order of their thresholds
 */
public record PerformanceProfile(List<Point> points) {
    /** Copies the points. */
    public PerformanceProfile {
        points = List.copyOf(points);
    }

    /**
     * A point of the profile.
     *
     * @param threshold the score to be exceeded
     * @param share share of the runs that exceed it, 0 to 1
     */
    public record Point(double threshold, double share) {}

    /** The profile of a table at thresholds in ascending order. */
    public static PerformanceProfile of(ScoreTable table, double... thresholds) {
        List<Point> points = new ArrayList<>();
        for (double threshold : thresholds) {
            points.add(new Point(threshold, share(table, threshold)));
        }
        return new PerformanceProfile(points);
    }

    private static double share(ScoreTable table, double threshold) {
        double sum = 0;
        for (int task = 0; task < table.tasks(); task++) {
            double[] runs = table.runs(task);
            sum += (double) Arrays.stream(runs)
                            .filter(score -> score > threshold)
                            .count()
                    / runs.length;
        }
        return sum / table.tasks();
    }
}
