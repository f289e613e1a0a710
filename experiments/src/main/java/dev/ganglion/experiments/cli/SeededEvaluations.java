package dev.ganglion.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code ganglion evaluate} says of several seeds.
 *
 * @param reports of each seed, or each run, at least one
 * @param areRuns whether they are of several runs in the same episodes, not of one controller in several
 */
record SeededEvaluations(List<EvaluationReport> reports, boolean areRuns) {
    /** Copies the list. */
    SeededEvaluations {
        reports = List.copyOf(reports);
    }

    /** For people. */
    String text() {
        EvaluationReport any = reports.get(0);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(areRuns ? "run" : "seed", "return", "deviation"));
        for (EvaluationReport report : reports) {
            rows.add(List.of(
                    areRuns ? run(report) : Long.toString(report.plan().seed()),
                    Texts.number(report.evaluation().mean()),
                    Texts.number(report.evaluation().standardDeviation())));
        }
        double[] means = reports.stream()
                .mapToDouble(report -> report.evaluation().mean())
                .toArray();
        return any.subject().environment().name() + ", " + any.subject().name() + ": "
                + any.plan().episodes() + " episodes of each " + (areRuns ? "run" : "seed") + "\n"
                + TextTable.of(rows, "  ", Integer.MAX_VALUE)
                + "\n  return  " + IntervalText.ofRuns(means) + "\n";
    }

    private static String run(EvaluationReport report) {
        return report.subject()
                .run()
                .map(run -> String.valueOf(run.directory().path().getFileName()))
                .orElse("");
    }

    /** For programs: each seed as if it had been watched alone. */
    List<Map<String, Object>> json() {
        return reports.stream().map(EvaluationReport::json).toList();
    }
}
