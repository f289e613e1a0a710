package dev.ganglion.experiments.run;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a run in its directory while it learns.
 *
 * <p>One thread records; another may close, as one that cancels does. The event under way is then written whole, and later
 * ones not at all.
 */
final class Recorder implements AutoCloseable {
    private final RunDirectory directory;
    private final RunConfig config;
    private final InstantSource clock;
    private boolean writing;
    private boolean closed;
    private @Nullable Throwable explained;
    private @Nullable Checkpoint last;
    private @Nullable RunLogs logs;
    private @Nullable CheckpointKeeper checkpoints;

    /**
     * A recorder that opens its files with the first event.
     *
     * @param config the run's configuration
     * @param clock tells when it is time for a checkpoint, and the time of day for TensorBoard
     */
    Recorder(RunDirectory directory, RunConfig config, InstantSource clock) {
        this.directory = directory;
        this.config = config;
        this.clock = clock;
    }

    /** Writes down an event, unless this was closed: then nobody waits for it. */
    synchronized void record(TrainingEvent event) {
        if (closed) {
            return;
        }
        writing = true;
        if (event instanceof TrainingEvent.Started started) {
            begin(started);
            last = started.checkpoint();
        } else if (event instanceof TrainingEvent.Updated update && logs != null && checkpoints != null) {
            logs.write(update);
            last = update.checkpoint();
            if (checkpoints.keep(update)) {
                save(logs, checkpoints);
            }
        }
        writing = false;
    }

    /** A checkpoint on the disk promises that the rows before it are there, too. */
    private static void save(RunLogs logs, CheckpointKeeper checkpoints) {
        logs.force();
        checkpoints.save();
    }

    /**
     * What to say of an error that ends the run. Where the run can't be written down, what is on the disk stays as it
     * is; where learning fails, a dump is left.
     */
    synchronized Throwable explain(Throwable error) {
        explained = explanation(error);
        return explained;
    }

    private Throwable explanation(Throwable error) {
        if (writing) {
            return directory.leavingIntact(error);
        }
        if (last == null || error instanceof InvalidInputException) {
            return error;
        }
        try {
            return new FailedRunException(FailureDump.write(directory, config, last, error), directory, error);
        } catch (InvalidInputException cannotWrite) {
            error.addSuppressed(cannotWrite);
            return error;
        }
    }

    private void begin(TrainingEvent.Started started) {
        logs = new RunLogs(directory, config.plan().environments(), started.steps(), clock);
        double highest = Scores.highest(directory.metrics(), started.steps());
        checkpoints = new CheckpointKeeper(directory.checkpoints(), highest, clock);
        if (started.steps() == 0) {
            checkpoints.begin(started.checkpoint());
        }
    }

    /**
     * Writes what waits, unless writing has failed before.
     *
     * @throws InvalidInputException if that fails, and nothing else has; a first error is never hidden by a second
     */
    @Override
    public synchronized void close() {
        closed = true;
        try (RunLogs open = logs) {
            if (checkpoints != null && open != null && !writing) {
                save(open, checkpoints);
            }
        } catch (InvalidInputException e) {
            if (explained == null) {
                throw directory.leavingIntact(e);
            }
            explained.addSuppressed(e);
        }
    }
}
