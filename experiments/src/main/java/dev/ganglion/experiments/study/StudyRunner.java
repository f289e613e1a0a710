package dev.ganglion.experiments.study;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the cells of a study side by side, each in a process of its own, until all have finished or failed twice.
 *
 * <p>What has finished is known by its run directory alone, so a study that was stopped goes on by being run again.
 */
public final class StudyRunner {
    private static final int ATTEMPTS = 2;
    private static final long POLL_MILLISECONDS = 100;

    private final StudyDirectory directory;
    private final int workers;
    private final StudyListener listener;
    private final Set<Cell> waiting;
    private final Set<Cell> lost = new LinkedHashSet<>();
    private final Set<String> finished = new HashSet<>();
    private final Set<Cell> taken = new HashSet<>();
    private final Map<Cell, CellProcess> running = new LinkedHashMap<>();
    private final BooleanSupplier stop;
    private boolean stopped;

    private StudyRunner(
            StudyDirectory directory, List<Cell> cells, int workers, StudyListener listener, BooleanSupplier stop) {
        this.directory = directory;
        this.workers = workers;
        this.listener = listener;
        this.stop = stop;
        waiting = new LinkedHashSet<>(cells);
    }

    /**
     * What came of running a study.
     *
     * @param failed cells that failed twice, and those whose source did
     * @param isInterrupted whether it was stopped before all cells were through
     */
    public record Outcome(List<Cell> failed, boolean isInterrupted) {
        /** Copies the list. */
        public Outcome {
            failed = List.copyOf(failed);
        }
    }

    /**
     * Takes a study's directory for this process, so that no other runs the same study.
     *
     * @param source the study file
     * @param prepared is told what the file adds and orphans, if it has changed
     * @throws InvalidInputException if another process runs it
     */
    public static Held hold(
            StudyDirectory directory, Path source, StudyGrid grid, Consumer<StudyDirectory.Change> prepared) {
        FileGuard guard = FileGuard.tryHold(directory.guard())
                .orElseThrow(() -> new InvalidInputException(
                        "Another process runs the study in " + directory.path() + "; wait for it or stop it"));
        directory.adopt(source, grid).ifPresent(prepared);
        return new Held(directory, guard);
    }

    /** A study's directory, taken for this process. */
    public static final class Held implements AutoCloseable {
        private final StudyDirectory directory;
        private final FileGuard guard;

        private Held(StudyDirectory directory, FileGuard guard) {
            this.directory = directory;
            this.guard = guard;
        }

        /**
         * Runs cells that have not finished yet.
         *
         * @param jobs how many side by side
         * @param workers threads of each
         * @param stop asked all the time whether to stop
         */
        public Outcome run(List<Cell> cells, int jobs, int workers, StudyListener listener, BooleanSupplier stop) {
            return new StudyRunner(directory, cells, workers, listener, stop).run(jobs);
        }

        @Override
        public void close() {
            guard.close();
        }
    }

    private Outcome run(int jobs) {
        List<Thread> threads = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            Thread thread = new Thread(this::work, "study-" + job);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                while (thread.isAlive()) {
                    thread.join(POLL_MILLISECONDS);
                    if (stop.getAsBoolean()) {
                        stop();
                    }
                }
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return new Outcome(List.copyOf(lost), stopped);
        }
    }

    private synchronized void stop() {
        stopped = true;
        running.values().forEach(CellProcess::kill);
        notifyAll();
    }

    private void work() {
        try {
            for (Optional<Cell> cell = next(); cell.isPresent(); cell = next()) {
                try {
                    train(cell.get());
                } finally {
                    release(cell.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next cell that can be begun; waits while one might become so. */
    private synchronized Optional<Cell> next() throws InterruptedException {
        while (!stopped && !waiting.isEmpty()) {
            for (Cell cell : List.copyOf(waiting)) {
                if (isReady(cell)) {
                    waiting.remove(cell);
                    taken.add(cell);
                    return Optional.of(cell);
                }
                if (lost.contains(cell.origin().orElseThrow())) {
                    waiting.remove(cell);
                    lost.add(cell);
                    listener.fails(
                            cell,
                            ATTEMPTS,
                            List.of("its source " + cell.origin().get().id() + " failed"));
                }
            }
            if (taken.isEmpty()) {
                lost.addAll(waiting);
                waiting.clear();
            } else {
                wait();
            }
        }
        return Optional.empty();
    }

    private boolean isReady(Cell cell) {
        return cell.origin().isEmpty()
                || finished.contains(cell.origin().get().id())
                || directory.finished(cell.origin().get()).isPresent();
    }

    private synchronized void release(Cell cell) {
        taken.remove(cell);
        if (!stopped && !finished.contains(cell.id())) {
            lost.add(cell);
        }
        notifyAll();
    }

    private void train(Cell cell) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<CellProcess> process = begin(cell, attempt);
            if (process.isEmpty()) {
                return;
            }
            int exitCode = process.get().await(steps -> report(cell, steps));
            if (end(cell, attempt, exitCode, process.get())) {
                return;
            }
        }
    }

    private synchronized Optional<CellProcess> begin(Cell cell, int attempt) {
        if (stopped) {
            return Optional.empty();
        }
        listener.begins(cell, attempt);
        CellProcess process = CellProcess.start(directory, cell, workers);
        running.put(cell, process);
        return Optional.of(process);
    }

    private synchronized void report(Cell cell, long steps) {
        listener.comes(cell, steps);
    }

    /** Whether the cell is done with, one way or the other. */
    private synchronized boolean end(Cell cell, int attempt, int exitCode, CellProcess process) {
        running.remove(cell);
        // Ctrl-C reaches the children as it does this process, so their deaths may be seen before its own stop.
        stopped |= stop.getAsBoolean();
        Optional<Summary> summary = directory.finished(cell);
        boolean isFinished = exitCode == 0 && summary.isPresent();
        if (isFinished) {
            finished.add(cell.id());
            listener.finishes(cell, summary.get());
        } else if (!stopped) {
            listener.fails(cell, attempt, process.tail());
        }
        return isFinished || stopped;
    }
}
