package dev.ganglion.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What {@code ganglion transfer} says of the runs of several seeds. */
final class SeededTransfers {
    private final List<TransferReport> reports;

    /** Of at least one transfer. */
    SeededTransfers(List<TransferReport> reports) {
        this.reports = List.copyOf(reports);
    }

    /** For people: a row for each seed, and interquartile means with their intervals. */
    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("seed", "source", "zero-shot", "untrained", "ratio", "fine-tuned", "from scratch", "area"));
        for (TransferReport report : reports) {
            rows.add(List.of(
                    Long.toString(report.plan().source().config().plan().seed()),
                    Texts.number(report.result().source().mean()),
                    Texts.number(report.result().zeroShot().mean()),
                    Texts.number(report.result().untrained().mean()),
                    number(report.result().ratio()),
                    number(tuned(report)),
                    number(scratch(report)),
                    number(area(report))));
        }
        TransferReport any = reports.get(0);
        StringBuilder text = new StringBuilder(
                any.plan().source().config().plan().controller().name()
                        + ", from "
                        + any.plan().source().config().plan().environment().name() + " to "
                        + any.plan().target().name() + ": "
                        + any.plan().evaluation().episodes() + " episodes of each seed\n");
        text.append(TextTable.of(rows, "  ", Integer.MAX_VALUE)).append('\n');
        mean(
                text,
                "zero-shot   ",
                report -> OptionalDouble.of(report.result().zeroShot().mean()));
        mean(text, "ratio       ", report -> report.result().ratio());
        mean(text, "jump-start  ", report -> OptionalDouble.of(report.result().jumpStart()));
        mean(text, "fine-tuned  ", SeededTransfers::tuned);
        mean(text, "from scratch", SeededTransfers::scratch);
        mean(text, "area        ", SeededTransfers::area);
        return text.toString();
    }

    /** A line with an interquartile mean, left out unless every seed has the figure. */
    private void mean(StringBuilder text, String name, Function<TransferReport, OptionalDouble> figure) {
        double[] values = reports.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (values.length == reports.size()) {
            text.append("  ")
                    .append(name)
                    .append("  ")
                    .append(IntervalText.ofRuns(values))
                    .append('\n');
        }
    }

    private static OptionalDouble tuned(TransferReport report) {
        return report.result()
                .training()
                .map(training -> OptionalDouble.of(training.tuned().after()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble scratch(TransferReport report) {
        return report.result()
                .training()
                .map(training -> OptionalDouble.of(training.scratch().after()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble area(TransferReport report) {
        return report.result().training().isPresent()
                ? report.result().training().get().area()
                : OptionalDouble.empty();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Texts.number(value.getAsDouble()) : "";
    }

    /** For programs: each seed as if it had been moved alone. */
    List<Map<String, Object>> json() {
        return reports.stream().map(TransferReport::json).toList();
    }
}
