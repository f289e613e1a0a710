package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyListener;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.TimeEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Shows how a study gets on: a line for each cell that is through, and on a terminal below them a table of the cells
 * that run, drawn over itself.
 */
final class StudyDisplay implements StudyListener {
    private static final long NANOS_BETWEEN_DRAWINGS = 100_000_000L;
    private static final int NAMES = 10;

    private final Terminal terminal;
    private final int jobs;
    private final LongSupplier nanoTime;
    private final TimeEstimate estimate = new TimeEstimate();
    private final Map<Cell, Row> running = new LinkedHashMap<>();
    private List<Cell> open = List.of();
    private int total;
    private int drawnLines;
    private long drawnNanos;

    /**
     * A display.
     *
     * @param jobs cells side by side
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    StudyDisplay(Terminal terminal, int jobs, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.jobs = jobs;
        this.nanoTime = nanoTime;
    }

    /** The study file is not what it was. */
    void changes(StudyDirectory.Change change) {
        say("The study file has changed.");
        name("  It adds", change.added());
        name("  It leaves behind, and what was run of them stays,", change.orphaned());
    }

    private void name(String what, List<String> cells) {
        if (!cells.isEmpty()) {
            String more = cells.size() > NAMES ? " and " + (cells.size() - NAMES) + " more" : "";
            say(what + " " + count(cells.size()) + ": "
                    + String.join(", ", cells.subList(0, Math.min(NAMES, cells.size()))) + more);
        }
    }

    /** The study begins, or goes on. */
    void opens(StudyResults results, List<Cell> cells, List<Cell> openCells) {
        open = new ArrayList<>(openCells);
        total = cells.size();
        results.finished().forEach(estimate::learn);
        say(String.format(
                Locale.ROOT,
                "Study %s: %s, %,d of them finished; %d side by side; %s left.",
                results.study().name(),
                count(total),
                total - open.size(),
                jobs,
                time(estimate.seconds(open, jobs))));
        results.grid()
                .misfits()
                .forEach(misfit -> say(misfit.arm() + ", trained on " + misfit.source() + ", does not fit "
                        + misfit.target() + ": " + misfit.reason()));
    }

    @Override
    public synchronized void begins(Cell cell, int attempt) {
        running.put(cell, new Row(nanoTime.getAsLong(), attempt));
        if (terminal.columns().isEmpty()) {
            say((attempt == 1 ? "begins  " : "again   ") + cell.id());
        }
        draw(true);
    }

    @Override
    public synchronized void comes(Cell cell, long steps) {
        Row row = running.get(cell);
        if (row != null) {
            row.come(steps, nanoTime.getAsLong());
        }
        draw(false);
    }

    @Override
    public synchronized void finishes(Cell cell, Summary summary) {
        running.remove(cell);
        open.remove(cell);
        estimate.learn(cell, summary);
        String before =
                summary.before().map(score -> Texts.number(score.returnMean())).orElse("");
        String after =
                summary.after().map(score -> Texts.number(score.returnMean())).orElse("");
        say(String.format(
                Locale.ROOT,
                "done    %d/%d  %s  return %s → %s  %s, %,.0f steps/s; %s left",
                total - open.size(),
                total,
                cell.id(),
                before,
                after,
                Texts.duration(summary.seconds()),
                summary.stepsPerSecond(),
                time(estimate.seconds(open, jobs))));
        draw(true);
    }

    @Override
    public synchronized void fails(Cell cell, int attempt, List<String> tail) {
        running.remove(cell);
        say("failed  " + cell.id() + (attempt == 1 ? ", once; it is tried again" : ", twice; it is left out")
                + ". The end of what it said:");
        tail.forEach(line -> say("        " + line));
        draw(true);
    }

    /** A line above the table. */
    synchronized void announces(String line) {
        say(line);
        draw(true);
    }

    /** The study is over. */
    synchronized void ends() {
        erase();
    }

    private void say(String line) {
        erase();
        terminal.err().println(line);
    }

    private void erase() {
        if (drawnLines > 0) {
            terminal.err().print("\u001b[" + drawnLines + "A\r\u001b[J");
            drawnLines = 0;
        }
    }

    private void draw(boolean isDue) {
        long now = nanoTime.getAsLong();
        if (terminal.columns().isEmpty() || (!isDue && now - drawnNanos < NANOS_BETWEEN_DRAWINGS)) {
            return;
        }
        drawnNanos = now;
        List<List<String>> rows = new ArrayList<>();
        running.forEach((cell, row) -> rows.add(row.cells(cell, now)));
        rows.add(List.of(
                "        " + (total - open.size()) + " of " + total,
                "",
                "",
                time(estimate.seconds(open, jobs)) + " left"));
        erase();
        int width = terminal.width() - 1;
        for (String line : TextTable.of(rows, "", Integer.MAX_VALUE).split("\n", -1)) {
            if (!line.isEmpty()) {
                terminal.err().println(line.substring(0, Math.min(width, line.length())));
                drawnLines++;
            }
        }
        terminal.err().flush();
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : String.format(Locale.ROOT, "%,d cells", cells);
    }

    /** A duration that may be unknown. */
    static String time(OptionalDouble seconds) {
        return seconds.isPresent() ? Texts.duration(seconds.getAsDouble()) : "unknown time";
    }

    /** How far a running cell has come. */
    private static final class Row {
        private final int attempt;
        private long steps;
        private long firstSteps = -1;
        private long firstNanos;

        Row(long now, int attempt) {
            this.attempt = attempt;
            firstNanos = now;
        }

        void come(long taken, long now) {
            if (firstSteps < 0) {
                firstSteps = taken;
                firstNanos = now;
            }
            steps = taken;
        }

        List<String> cells(Cell cell, long now) {
            long all = Math.max(1, cell.config().plan().steps());
            double rate = (steps - Math.max(0, firstSteps)) / Math.max(1e-9, (now - firstNanos) * 1e-9);
            boolean isKnown = firstSteps >= 0 && steps > firstSteps;
            return List.of(
                    (attempt == 1 ? "runs    " : "again   ") + cell.id(),
                    String.format(Locale.ROOT, "%3d %%", Math.min(100, 100 * steps / all)),
                    isKnown ? String.format(Locale.ROOT, "%,.0f steps/s", rate) : "",
                    isKnown ? Texts.duration((all - steps) / rate) + " left" : "");
        }
    }
}
