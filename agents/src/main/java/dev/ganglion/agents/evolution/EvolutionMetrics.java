package dev.ganglion.agents.evolution;

import dev.ganglion.agents.population.Trial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is reported of a generation. */
final class EvolutionMetrics {
    private EvolutionMetrics() {}

    /**
     * Metrics in a fixed order.
     *
     * @param fitness of each candidate
     * @param trials the episodes
     * @param ofSearch what the search reports
     * @param environmentSeconds time the episodes took
     * @param seconds time the generation took in all
     */
    static Map<String, Double> of(
            double[] fitness,
            List<Trial> trials,
            Map<String, Double> ofSearch,
            double environmentSeconds,
            double seconds) {
        double steps = trials.stream().mapToInt(Trial::length).sum();
        double total = trials.stream().mapToDouble(Trial::episodeReturn).sum();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("charts/episode_return", total / trials.size());
        metrics.put("charts/episode_length", steps / trials.size());
        metrics.put("charts/reward", total / steps);
        metrics.put("charts/steps_per_second", steps / seconds);
        metrics.put("fitness/best", Arrays.stream(fitness).max().orElse(Double.NaN));
        metrics.put("fitness/mean", Arrays.stream(fitness).average().orElse(Double.NaN));
        metrics.put("fitness/worst", Arrays.stream(fitness).min().orElse(Double.NaN));
        metrics.put("fitness/deviation", Shaping.deviation(fitness));
        metrics.putAll(ofSearch);
        metrics.put("time/environments", environmentSeconds);
        metrics.put("time/learning", seconds - environmentSeconds);
        return metrics;
    }
}
