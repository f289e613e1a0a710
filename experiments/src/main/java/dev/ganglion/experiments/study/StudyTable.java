package dev.ganglion.experiments.study;

import dev.ganglion.experiments.picture.LearningCurve;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.run.WholeFile;
import dev.ganglion.experiments.statistics.LearningArea;
import dev.ganglion.experiments.statistics.StepsToThreshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A study's cells as a table: a row for each, in CSV (RFC 4180), rebuilt from the run directories whenever it is asked
 * for.
 *
 * <p>It holds nothing but what the study file decides, so a study that was interrupted has the same table as one that
 * was not.
 */
public final class StudyTable {
    private final StudyResults results;

    private StudyTable(StudyResults results) {
        this.results = results;
    }

    /** Writes the table into the study's directory. */
    public static void write(StudyResults results) {
        WholeFile.write(results.directory().table(), text(results));
    }

    /** The text of the table. */
    public static String text(StudyResults results) {
        StudyTable table = new StudyTable(results);
        StringBuilder text = new StringBuilder(line(table.header()));
        results.grid().cells().forEach(cell -> text.append(line(table.row(cell))));
        return text.toString();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "cell",
                "kind",
                "arm",
                "environment",
                "source",
                "draw",
                "seed",
                "finished",
                "controller",
                "parameters",
                "steps",
                "return_before",
                "return_before_std",
                "return_after",
                "return_after_std",
                "area"));
        for (double threshold : results.study().thresholds()) {
            header.add("steps_to_" + number(threshold));
            header.add("reached_" + number(threshold));
        }
        header.add("directory");
        return header;
    }

    private List<String> row(Cell cell) {
        Optional<Summary> summary = Optional.ofNullable(results.finished().get(cell));
        List<String> row = new ArrayList<>(List.of(
                cell.id(),
                cell.kind().name().toLowerCase(Locale.ROOT),
                cell.arm(),
                cell.environment(),
                cell.source(),
                Long.toString(cell.draw()),
                Long.toString(cell.seed()),
                Boolean.toString(summary.isPresent()),
                cell.config().plan().controller().name(),
                summary.map(found -> Integer.toString(found.parameters())).orElse(""),
                summary.map(found -> Long.toString(found.steps())).orElse("")));
        addScore(row, summary.flatMap(Summary::before));
        addScore(row, summary.flatMap(Summary::after));
        addCurve(row, cell, summary);
        row.add(results.directory()
                .path()
                .relativize(cell.directory(results.directory().path()))
                .toString()
                .replace('\\', '/'));
        return row;
    }

    private static void addScore(List<String> row, Optional<Summary.Score> score) {
        row.add(score.map(found -> number(found.returnMean())).orElse(""));
        row.add(score.map(found -> number(found.returnStd())).orElse(""));
    }

    private void addCurve(List<String> row, Cell cell, Optional<Summary> summary) {
        Curve curve = Curve.of(results, cell);
        boolean isCurve = summary.isPresent() && curve.steps.length > 0;
        row.add(
                isCurve
                        ? number(LearningArea.mean(
                                curve.steps, curve.returns, summary.get().steps()))
                        : "");
        for (double threshold : results.study().thresholds()) {
            if (summary.isPresent()) {
                StepsToThreshold reaching =
                        curve.stepsTo(threshold, summary.get().steps());
                row.add(Long.toString(reaching.steps()));
                row.add(Boolean.toString(reaching.reached()));
            } else {
                row.addAll(List.of("", ""));
            }
        }
    }

    /**
     * Mean returns of a cell's updates, with exploration noise.
     *
     * @param steps environment steps at the end of each update in which episodes ended
     * @param returns mean return of these episodes
     */
    public record Curve(long[] steps, double[] returns) {
        /** The curve of a cell, empty if it took no step. */
        public static Curve of(StudyResults results, Cell cell) {
            List<LearningCurve.Episode> points =
                    new RunDirectory(cell.directory(results.directory().path())).updateReturns();
            return new Curve(
                    points.stream().mapToLong(LearningCurve.Episode::steps).toArray(),
                    points.stream()
                            .mapToDouble(LearningCurve.Episode::episodeReturn)
                            .toArray());
        }

        /** When the curve first reaches a return; censored at the budget if it never does. */
        public StepsToThreshold stepsTo(double threshold, long budget) {
            return StepsToThreshold.of(steps, returns, threshold, budget);
        }
    }

    /** A number in the shortest form that reads back as the same bits, whole ones without a point. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A line of CSV. */
    public static String line(List<String> cells) {
        return cells.stream().map(StudyTable::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
