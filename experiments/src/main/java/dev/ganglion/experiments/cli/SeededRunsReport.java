package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.SeededTraining;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ganglion train} says of several seeds.
 *
 * @param folder directory above the runs
 * @param runs the runs that were begun
 */
record SeededRunsReport(Path folder, List<SeededTraining.Trained> runs) {
    /** For people. */
    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("seed", "before", "after", "steps", ""));
        for (SeededTraining.Trained run : runs) {
            Summary summary = run.summary();
            rows.add(List.of(
                    Long.toString(summary.seed()),
                    score(summary.before()),
                    score(summary.after()),
                    String.format(Locale.ROOT, "%,d", summary.steps()),
                    summary.status() == Summary.Status.FINISHED ? "" : "ganglion resume " + run.directory()));
        }
        String table = "\n" + TextTable.of(rows, "  ", Integer.MAX_VALUE) + "\n";
        return table + interquartileMeans() + "  runs    " + folder + "\n";
    }

    private String interquartileMeans() {
        double[] before = means(runs.stream().map(run -> run.summary().before()).toList());
        double[] after = means(runs.stream().map(run -> run.summary().after()).toList());
        return (before.length == 0 ? "" : "  before  " + IntervalText.ofRuns(before) + "\n")
                + (after.length == 0 ? "" : "  after   " + IntervalText.ofRuns(after) + "\n");
    }

    private static double[] means(List<Optional<Summary.Score>> scores) {
        return scores.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Summary.Score::returnMean)
                .toArray();
    }

    private static String score(Optional<Summary.Score> score) {
        return score.map(found -> Texts.number(found.returnMean())).orElse("");
    }

    /** For programs: each run as if it had been trained alone. */
    List<Map<String, Object>> json() {
        return runs.stream()
                .map(run -> SessionDisplay.object(run.directory(), run.summary()))
                .toList();
    }
}
