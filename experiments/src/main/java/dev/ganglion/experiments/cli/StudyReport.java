package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.report.Analysis;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyRunner;
import dev.ganglion.experiments.study.TimeEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What a study will do, and what came of it so far. */
final class StudyReport {
    private final StudyResults results;
    private final Analysis analysis;
    private final int jobs;

    StudyReport(StudyResults results, int jobs) {
        this.results = results;
        analysis = new Analysis(results);
        this.jobs = jobs;
    }

    /** The cells and how long they will take, for people. */
    String planText(List<Cell> cells) {
        TimeEstimate estimate = estimate();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("cell", "steps", "parts", "state", "time"));
        for (Cell cell : cells) {
            boolean isFinished = results.finished().containsKey(cell);
            rows.add(List.of(
                    cell.id(),
                    String.format(Locale.ROOT, "%,d", cell.config().plan().steps()),
                    cell.config().plan().controller().name() + " on "
                            + cell.config().plan().environment().name(),
                    isFinished ? "finished" : "open",
                    isFinished ? "" : StudyDisplay.time(estimate.seconds(cell))));
        }
        StringBuilder text = new StringBuilder(TextTable.of(rows, "  ", Integer.MAX_VALUE));
        results.grid()
                .misfits()
                .forEach(misfit -> text.append(String.format(
                        Locale.ROOT,
                        "  %s, trained on %s, does not fit %s: %s%n",
                        misfit.arm(),
                        misfit.source(),
                        misfit.target(),
                        misfit.reason())));
        List<Cell> open = open(cells);
        text.append(String.format(
                Locale.ROOT,
                "%n  %,d cells, %,d of them open; %,d steps; time with %d side by side: %s%n",
                cells.size(),
                open.size(),
                open.stream().mapToLong(cell -> cell.config().plan().steps()).sum(),
                jobs,
                StudyDisplay.time(estimate.seconds(open, jobs))));
        return text.toString();
    }

    /** The same for programs. */
    Map<String, Object> plan(List<Cell> cells) {
        TimeEstimate estimate = estimate();
        Map<String, Object> object = heading();
        object.put("cells", cells.size());
        List<Cell> open = open(cells);
        object.put("open", open.stream().map(Cell::id).toList());
        object.put("misfits", misfits());
        OptionalDouble seconds = estimate.seconds(open, jobs);
        if (seconds.isPresent()) {
            object.put("seconds", seconds.getAsDouble());
        }
        return object;
    }

    private List<Map<String, Object>> misfits() {
        return results.grid().misfits().stream()
                .<Map<String, Object>>map(misfit -> Map.of(
                        "arm", misfit.arm(),
                        "source", misfit.source(),
                        "target", misfit.target(),
                        "reason", misfit.reason()))
                .toList();
    }

    private List<Cell> open(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> !results.finished().containsKey(cell))
                .toList();
    }

    private TimeEstimate estimate() {
        TimeEstimate estimate = new TimeEstimate();
        results.finished().forEach(estimate::learn);
        return estimate;
    }

    /** What came of it, for people. */
    String text(StudyRunner.Outcome outcome) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("arm", "environment", "runs", "before", "after", "95 % interval"));
        for (Analysis.Score score : analysis.scores()) {
            rows.add(List.of(
                    score.arm().name(),
                    score.environment(),
                    Integer.toString(score.after().runs()),
                    Texts.number(score.before()),
                    Texts.number(score.after().estimate()),
                    IntervalText.ends(score.after())));
        }
        StringBuilder text = new StringBuilder("\n");
        text.append(TextTable.of(rows, "  ", Integer.MAX_VALUE));
        text.append(String.format(
                Locale.ROOT,
                "%n  interquartile means of the runs' mean returns; %,d of %,d cells finished%n  study   %s%n",
                results.finished().size(),
                results.grid().cells().size(),
                results.directory().path()));
        text.append(removals());
        outcome.failed()
                .forEach(cell -> text.append("  failed  ")
                        .append(cell.id())
                        .append(", see ")
                        .append(results.directory().log(cell))
                        .append('\n'));
        if (outcome.isInterrupted()) {
            text.append("  go on   the same command\n");
        }
        return text.toString();
    }

    private String removals() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("without it", "environment", "cost", "95 % interval", "p, Holm"));
        for (Analysis.Removal removal : analysis.removals()) {
            rows.add(List.of(
                    removal.arm().name(),
                    removal.environment(),
                    Texts.number(removal.cost().estimate()),
                    IntervalText.ends(removal.cost()),
                    String.format(Locale.ROOT, "%.2g", removal.p())));
        }
        return rows.size() == 1
                ? ""
                : "\n" + TextTable.of(rows, "  ", Integer.MAX_VALUE)
                        + "\n  cost: what the intact arm earns more, both trained from the start\n\n";
    }

    /** The same for programs. */
    Map<String, Object> json(StudyRunner.Outcome outcome) {
        Map<String, Object> object = heading();
        object.put("cells", results.grid().cells().size());
        object.put("finished", results.finished().size());
        object.put("failed", outcome.failed().stream().map(Cell::id).toList());
        object.put("interrupted", outcome.isInterrupted());
        object.put("misfits", misfits());
        List<Map<String, Object>> arms = new ArrayList<>();
        for (Analysis.Score score : analysis.scores()) {
            Map<String, Object> arm = new LinkedHashMap<>();
            arm.put("arm", score.arm().name());
            arm.put("environment", score.environment());
            arm.put("runs", score.after().runs());
            arm.put("return_before", score.before());
            arm.put("return_after", score.after().estimate());
            arm.put("return_low", score.after().low());
            arm.put("return_high", score.after().high());
            arms.add(arm);
        }
        object.put("arms", arms);
        List<Map<String, Object>> ablations = new ArrayList<>();
        for (Analysis.Removal removal : analysis.removals()) {
            Map<String, Object> ablation = new LinkedHashMap<>();
            ablation.put("arm", removal.arm().name());
            ablation.put("environment", removal.environment());
            ablation.put("cost", removal.cost().estimate());
            ablation.put("cost_low", removal.cost().low());
            ablation.put("cost_high", removal.cost().high());
            ablation.put("p", removal.p());
            ablations.add(ablation);
        }
        object.put("ablations", ablations);
        return object;
    }

    private Map<String, Object> heading() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("study", results.study().name());
        object.put("directory", results.directory().path().toString());
        return object;
    }
}
