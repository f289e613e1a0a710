package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.statistics.MeanInterval;
import dev.ganglion.experiments.supervised.SupervisedResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ganglion supervise} says at the end.
 *
 * @param directory where the results are kept
 * @param results what came of each task and controller
 */
record SupervisedReport(Path directory, List<SupervisedResult> results) {
    /** For people. */
    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("task", "controller", "parameters", "score", "95 % interval", "energy", "seconds"));
        for (SupervisedResult result : results) {
            MeanInterval score = result.score();
            rows.add(List.of(
                    result.task(),
                    result.controller(),
                    String.format(Locale.ROOT, "%,d", result.parameters()),
                    result.goal().score() + " " + Texts.number(score.mean()),
                    Double.isFinite(score.low()) ? Texts.number(score.low()) + " to " + Texts.number(score.high()) : "",
                    result.measures().containsKey("energy")
                            ? Texts.number(result.measures().get("energy"))
                            : "",
                    Texts.number(result.seconds())));
        }
        return TextTable.of(rows, "  ", Integer.MAX_VALUE) + "  results in " + directory + "\n";
    }

    /** For programs. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", directory.toString());
        object.put("results", results.stream().map(SupervisedResult::toMap).toList());
        return object;
    }
}
