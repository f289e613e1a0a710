package dev.ganglion.experiments.cli;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.stream.StepBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how training gets on: a bar that is drawn over itself on a terminal, a line for every tenth elsewhere.
 *
 * <p>It shows the share of steps taken, the mean return of the last few episodes, steps per second and the time left.
 */
final class ProgressLine {
    private static final int EPISODES = 10;
    private static final int WIDEST_BAR = 30;
    private static final long NANOS_BETWEEN_DRAWINGS = 100_000_000L;

    private final Terminal terminal;
    private final long total;
    private final LongSupplier nanoTime;
    private final Deque<Double> returns = new ArrayDeque<>();

    private long firstSteps;
    private long firstNanos;
    private long drawnNanos;
    private long drawnTenth;
    private boolean onLine;

    /**
     * A display that shows nothing yet.
     *
     * @param total steps of the whole run
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    ProgressLine(Terminal terminal, long total, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.total = Math.max(1, total);
        this.nanoTime = nanoTime;
    }

    /** Takes in an event, and shows it if it is time. */
    void show(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started) {
            firstSteps = event.steps();
            firstNanos = nanoTime.getAsLong();
            drawnTenth = tenth(event.steps());
            drawnNanos = firstNanos - NANOS_BETWEEN_DRAWINGS;
        } else if (event instanceof TrainingEvent.Updated updated) {
            for (StepBatch.Ending episode : updated.episodes()) {
                returns.addLast(episode.episodeReturn());
                if (returns.size() > EPISODES) {
                    returns.removeFirst();
                }
            }
            draw(updated.steps());
        }
    }

    /** Ends the line, if one is being drawn, so that other text may follow. */
    void end() {
        if (onLine) {
            terminal.err().println();
            onLine = false;
        }
    }

    private void draw(long steps) {
        long now = nanoTime.getAsLong();
        if (terminal.columns().isPresent()) {
            if (now - drawnNanos >= NANOS_BETWEEN_DRAWINGS || steps >= total) {
                drawnNanos = now;
                onLine = true;
                String line = bar(steps, now);
                terminal.err().print("\r" + line + "\u001b[K");
                terminal.err().flush();
            }
        } else if (tenth(steps) > drawnTenth) {
            drawnTenth = tenth(steps);
            terminal.err().println(plain(steps, now));
        }
    }

    private String bar(long steps, long now) {
        String numbers = plain(steps, now);
        int room = Math.min(WIDEST_BAR, terminal.width() - 1 - numbers.length() - 2);
        if (room < 8) {
            return numbers;
        }
        int full = (int) (room * Math.min(steps, total) / total);
        return "━".repeat(full) + "╌".repeat(room - full) + "  " + numbers;
    }

    private String plain(long steps, long now) {
        double seconds = (now - firstNanos) / 1e9;
        double rate = (steps - firstSteps) / Math.max(seconds, 1e-9);
        String text = String.format(Locale.ROOT, "%3d %%  %,d steps", Math.min(100, 100 * steps / total), steps);
        if (!returns.isEmpty()) {
            double mean = returns.stream().mapToDouble(r -> r).average().orElseThrow();
            text += String.format(Locale.ROOT, "  return %s", Texts.number(mean));
        }
        text += String.format(Locale.ROOT, "  %,.0f steps/s", rate);
        return steps >= total ? text : text + "  " + Texts.duration((total - steps) / rate) + " left";
    }

    private long tenth(long steps) {
        return 10 * steps / total;
    }
}
