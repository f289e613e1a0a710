package dev.ganglion.experiments.run;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.stream.StepBatch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a run: a row of metrics for each update, a row for each episode, and the metrics again for TensorBoard.
 *
 * <p>The tables hold nothing but what the run's plan decides, so a run that goes on after a crash writes the same rows
 * again. What depends on the machine's speed is among the events for TensorBoard only.
 */
final class RunLogs implements AutoCloseable {
    private static final List<String> EPISODES_HEAD =
            List.of(CsvLog.STEPS, "environment", "status", "return", "length", "seed");

    private final RunDirectory directory;
    private final int environments;
    private final EventFile events;
    private @Nullable CsvLog metrics;
    private @Nullable CsvLog episodes;
    private long steps;

    /**
     * Opens the tables to go on after a step; rows beyond it are dropped.
     *
     * @param environments number of environments side by side, from which the step of an episode's end is counted
     */
    RunLogs(RunDirectory directory, int environments, long steps, InstantSource clock) {
        this.directory = directory;
        this.environments = environments;
        this.steps = steps;
        CsvLog.rewind(directory.metrics(), steps);
        CsvLog.rewind(directory.episodes(), steps);
        this.events = EventFile.open(directory.events(), steps, clock);
    }

    /** Adds the rows of an update. */
    void write(TrainingEvent.Updated update) {
        for (StepBatch.Ending episode : update.episodes()) {
            write(episode);
        }
        Map<String, Double> row = row(update);
        if (metrics == null) {
            metrics = CsvLog.open(directory.metrics(), List.copyOf(row.keySet()));
        }
        metrics.append(row.values().stream().map(RunLogs::cell).toList());
        events.append(update.steps(), scalars(update.metrics()));
        steps = update.steps();
    }

    private void write(StepBatch.Ending episode) {
        if (episodes == null) {
            List<String> header = new ArrayList<>(EPISODES_HEAD);
            header.addAll(episode.measurements().keySet());
            episodes = CsvLog.open(directory.episodes(), header);
        }
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(steps + (episode.time() + 1L) * environments),
                Integer.toString(episode.environment()),
                episode.status().name().toLowerCase(Locale.ROOT),
                cell(episode.episodeReturn()),
                Integer.toString(episode.length()),
                Long.toString(episode.seed())));
        episode.measurements().values().forEach(value -> cells.add(cell(value)));
        episodes.append(cells);
    }

    private static Map<String, Double> row(TrainingEvent.Updated update) {
        double[] returns = update.episodes().stream()
                .mapToDouble(StepBatch.Ending::episodeReturn)
                .toArray();
        Map<String, Double> row = new LinkedHashMap<>();
        row.put(CsvLog.STEPS, (double) update.steps());
        row.put("update", (double) update.update());
        row.put("episodes", (double) returns.length);
        row.put("return_mean", Scores.meanReturn(update));
        row.put("return_min", java.util.Arrays.stream(returns).min().orElse(Double.NaN));
        row.put("return_max", java.util.Arrays.stream(returns).max().orElse(Double.NaN));
        row.put(
                "length_mean",
                update.episodes().stream()
                        .mapToInt(StepBatch.Ending::length)
                        .average()
                        .orElse(Double.NaN));
        update.metrics().forEach((name, value) -> {
            if (!isMeasuredTime(name)) {
                row.put(name, value);
            }
        });
        return row;
    }

    /** Whether a metric depends on how fast the machine was, rather than on the plan. */
    private static boolean isMeasuredTime(String name) {
        return name.startsWith("time/") || name.endsWith("_per_second");
    }

    private static Map<String, Double> scalars(Map<String, Double> metrics) {
        Map<String, Double> scalars = new LinkedHashMap<>(metrics);
        scalars.values().removeIf(value -> Double.isNaN(value));
        return scalars;
    }

    /** A number in the shortest form that reads back as the same bits; whole ones without a point, NaN as nothing. */
    private static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Brings all rows down to the disk. */
    void force() {
        if (metrics != null) {
            metrics.force();
        }
        if (episodes != null) {
            episodes.force();
        }
        events.force();
    }

    @Override
    public void close() {
        try {
            events.close();
        } finally {
            closeTables();
        }
    }

    private void closeTables() {
        try {
            if (metrics != null) {
                metrics.close();
            }
        } finally {
            if (episodes != null) {
                episodes.close();
            }
        }
    }
}
