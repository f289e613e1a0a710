package dev.ganglion.agents.evaluation;

import java.util.List;
import java.util.Map;

/**
 * What a policy earned over some episodes.
 *
 * @param returns undiscounted return of each episode, in the order of the episodes' numbers
 * @param measurements mean of each of the environment's named measurements, and of what may be measured of the
 *     controller, such as {@code energy}
 * @param steps environment steps taken
 * @param seconds wall-clock time taken
 */
public record Evaluation(List<Double> returns, Map<String, Double> measurements, long steps, double seconds) {
    /** Copies the containers. */
    public Evaluation {
        returns = List.copyOf(returns);
        measurements = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(measurements));
    }

    /** Mean return. */
    public double mean() {
        return returns.stream().mapToDouble(r -> r).average().orElse(Double.NaN);
    }

    /** Sample standard deviation of the returns (divisor n − 1); 0 for one episode. */
    public double standardDeviation() {
        if (returns.size() < 2) {
            return 0;
        }
        double mean = mean();
        double sum = returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
        return Math.sqrt(sum / (returns.size() - 1));
    }

    /** Environment steps per second of wall-clock time. */
    public double stepsPerSecond() {
        return steps / seconds;
    }
}
