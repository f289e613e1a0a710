package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.figure.Figure;
import dev.ganglion.experiments.lifetime.LifetimeFigures;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import dev.ganglion.experiments.lifetime.LifetimeSummary;
import dev.ganglion.experiments.lifetime.LifetimeTable;
import dev.ganglion.experiments.lifetime.RunLives;
import dev.ganglion.experiments.run.WholeFile;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ganglion lifetime} says.
 *
 * @param protocol how long lives were watched
 * @param overrides effective weights that were set by hand
 * @param subjects what was watched: one controller, or one run of each seed
 * @param runs the lives of each, in the same order
 */
record LifetimeReport(
        LifetimeProtocol protocol, Map<String, Double> overrides, List<Subject> subjects, List<RunLives> runs) {
    /** Copies the lists. */
    LifetimeReport {
        subjects = List.copyOf(subjects);
        runs = List.copyOf(runs);
        long environments = subjects.stream()
                .map(one -> one.environment().name())
                .distinct()
                .count();
        if (environments > 1) {
            throw new InvalidInputException("These runs were trained in " + environments
                    + " environments; name one run, or a directory whose runs differ in nothing but their seed");
        }
    }

    private LifetimeSummary summary() {
        return new LifetimeSummary(runs);
    }

    private String title() {
        return subjects.get(0).environment().name() + ", " + subjects.get(0).name();
    }

    /** For people. */
    String text(@Nullable Path folder) {
        List<List<String>> rows = new ArrayList<>();
        List<LifetimeSummary.Row> measured =
                protocol.multiples().stream().map(summary()::row).toList();
        boolean isPlastic = measured.get(0).largestWeight().isPresent();
        List<String> header =
                new ArrayList<>(List.of("life", "last window", "", "index", "", "alive", "until failure", ""));
        rows.add(header);
        if (isPlastic) {
            header.addAll(List.of("largest weight", ""));
        }
        for (LifetimeSummary.Row row : measured) {
            List<String> cells = new ArrayList<>();
            cells.add(row.multiple() + " × " + runs.get(0).window());
            add(cells, Optional.of(row.lastReturn()));
            add(cells, row.index());
            cells.add(String.format(Locale.ROOT, "%.0f %%", 100 * row.alive().estimate()));
            add(cells, Optional.of(row.stepsToFailure()));
            if (isPlastic) {
                add(cells, row.largestWeight());
            }
            rows.add(cells);
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d %s of %d × %d steps%s, seed %d%s%n",
                title(),
                protocol.lives(),
                protocol.lives() == 1 ? "life" : "lives",
                protocol.windows(),
                runs.get(0).window(),
                runs.size() == 1 ? "" : " of each of " + runs.size() + " runs",
                protocol.seed(),
                overrides.isEmpty() ? "" : ", " + overrides));
        text.append(TextTable.of(rows, "  ", Integer.MAX_VALUE)).append('\n');
        text.append(
                "  index: return of the last window over the first; until failure: steps lived, at most the life\n");
        if (runs.size() > 1) {
            text.append("  interquartile means over runs with their 95 % intervals"
                    + (measured.get(0).lastReturn().isOfFewRuns()
                            ? "; warning: with fewer than " + BootstrapInterval.FEWEST_RUNS
                                    + " runs the interval is too narrow"
                            : "")
                    + "\n");
        }
        if (folder != null) {
            text.append("  files   ").append(folder).append('\n');
        }
        return text.toString();
    }

    private void add(List<String> cells, Optional<BootstrapInterval> measure) {
        cells.add(measure.map(found -> Texts.number(found.estimate())).orElse("–"));
        cells.add(
                runs.size() == 1
                        ? ""
                        : measure.map(found ->
                                        "(" + Texts.number(found.low()) + " to " + Texts.number(found.high()) + ")")
                                .orElse(""));
    }

    /** For programs. */
    Map<String, Object> json(@Nullable Path folder) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", subjects.get(0).environment().name());
        object.put("controller", subjects.get(0).name());
        object.put("window_steps", runs.get(0).window());
        object.put("lives", protocol.lives());
        object.put("seed", protocol.seed());
        object.put("overrides", overrides);
        object.put(
                "multiples",
                protocol.multiples().stream()
                        .map(multiple -> object(summary().row(multiple)))
                        .toList());
        object.put("runs", IntStream.range(0, runs.size()).mapToObj(this::run).toList());
        if (folder != null) {
            object.put("folder", folder.toString());
        }
        return object;
    }

    private static Map<String, Object> object(LifetimeSummary.Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("multiple", row.multiple());
        object.put("steps", row.steps());
        put(object, "return_last", Optional.of(row.lastReturn()));
        put(object, "instability_index", row.index());
        put(object, "alive", Optional.of(row.alive()));
        put(object, "steps_to_failure", Optional.of(row.stepsToFailure()));
        put(object, "largest_weight", row.largestWeight());
        return object;
    }

    private static void put(Map<String, Object> object, String name, Optional<BootstrapInterval> measure) {
        measure.ifPresent(found -> {
            object.put(name, found.estimate());
            object.put(name + "_low", found.low());
            object.put(name + "_high", found.high());
        });
    }

    private Map<String, Object> run(int index) {
        Map<String, Object> object = new LinkedHashMap<>();
        subjects.get(index)
                .run()
                .ifPresent(run -> object.put("run", run.directory().path().toString()));
        RunLives lives = runs.get(index);
        List<Double> returns = new ArrayList<>();
        for (int window = 1; window <= lives.windows(); window++) {
            returns.add(lives.windowReturn(window));
        }
        object.put("window_returns", returns);
        object.put("steps", lives.lives().stream().map(life -> life.steps()).toList());
        object.put(
                "failed", lives.lives().stream().map(life -> life.hasFailed()).toList());
        return object;
    }

    /** Writes a table of each run, and the figures. */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException("Cannot make " + folder + ": " + e.getMessage(), e);
        }
        for (int i = 0; i < runs.size(); i++) {
            String name = subjects.get(i)
                    .run()
                    .filter(run -> runs.size() > 1)
                    .map(run -> "lives-" + run.directory().path().getFileName())
                    .orElse("lives");
            WholeFile.write(folder.resolve(name + ".csv"), LifetimeTable.text(runs.get(i)));
        }
        List<LifetimeFigures.Line> lines =
                List.of(new LifetimeFigures.Line(subjects.get(0).name(), 0, summary()));
        write(folder, LifetimeFigures.returns("returns", title(), lines));
        LifetimeFigures.weights("weights", title(), lines).ifPresent(figure -> write(folder, figure));
    }

    private static void write(Path folder, Figure figure) {
        WholeFile.write(folder.resolve(figure.name() + ".svg"), figure.file());
    }
}
