package dev.ganglion.experiments.bench;

import java.util.List;

/**
 * How long a step takes.
 *
 * @param stepsPerSecond environment steps per second of wall-clock time
 * @param coreMicroseconds processor time of a step over all threads, in microseconds
 */
public record Rate(double stepsPerSecond, double coreMicroseconds) {
    /** The median of each figure by itself. */
    static Rate median(List<Rate> rates) {
        return new Rate(
                median(rates.stream().mapToDouble(Rate::stepsPerSecond).sorted().toArray()),
                median(rates.stream()
                        .mapToDouble(Rate::coreMicroseconds)
                        .sorted()
                        .toArray()));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
