package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.Benchmark;
import dev.ganglion.experiments.bench.Rate;
import dev.ganglion.experiments.figure.Figure;
import dev.ganglion.experiments.figure.GrowthChart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How cost grows with a setting, as {@code bench --vary} tells it. */
final class GrowthText {
    private GrowthText() {}

    /** A table with a row for each value. */
    static String of(String key, Map<String, Benchmark.Result> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                key,
                "environment alone, steps/s",
                "acting, steps/s",
                "training, steps/s",
                "core-µs a step of training",
                "resident, MB"));
        results.forEach((value, result) -> rows.add(List.of(
                value,
                count(result.environment()),
                count(result.acting()),
                count(result.training()),
                String.format(Locale.ROOT, "%.1f", result.training().coreMicroseconds()),
                result.memory().resident().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.0f", result.memory().resident().getAsLong() * 1e-6)
                        : "")));
        return TextTable.of(rows, "  ", Integer.MAX_VALUE);
    }

    private static String count(Rate rate) {
        return String.format(Locale.ROOT, "%,.0f", rate.stepsPerSecond());
    }

    /** Steps a second over the values. */
    static Figure figure(Path file, String key, Map<String, Benchmark.Result> results) {
        return new GrowthChart(
                        String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""),
                        "Steps per second over " + key,
                        key,
                        "steps per second",
                        List.copyOf(results.keySet()),
                        List.of(
                                line("environment alone", results, Benchmark.Result::environment),
                                line("acting", results, Benchmark.Result::acting),
                                line("training", results, Benchmark.Result::training)))
                .figure();
    }

    private static GrowthChart.Line line(
            String label, Map<String, Benchmark.Result> results, Function<Benchmark.Result, Rate> part) {
        return new GrowthChart.Line(
                label,
                results.values().stream()
                        .map(result -> part.apply(result).stepsPerSecond())
                        .toList());
    }
}
