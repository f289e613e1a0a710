package dev.ganglion.experiments.run;

import dev.ganglion.agents.TrainingEvent;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Writes down a run in its directory while it learns. */
final class Recorder implements AutoCloseable {
    private final RunDirectory directory;
    private final int environments;
    private final InstantSource clock;
    private @Nullable RunLogs logs;
    private @Nullable CheckpointKeeper checkpoints;

    /**
     * A recorder that opens its files with the first event.
     *
     * @param environments number of environments side by side
     * @param clock tells when it is time for a checkpoint, and the time of day for TensorBoard
     */
    Recorder(RunDirectory directory, int environments, InstantSource clock) {
        this.directory = directory;
        this.environments = environments;
        this.clock = clock;
    }

    /** Writes down an event. */
    void record(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            begin(started);
        } else if (event instanceof TrainingEvent.Updated update && logs != null && checkpoints != null) {
            logs.write(update);
            checkpoints.keep(update);
        }
    }

    private void begin(TrainingEvent.Started started) {
        logs = new RunLogs(directory, environments, started.steps(), clock);
        double highest = Scores.highest(directory.metrics(), started.steps());
        checkpoints = new CheckpointKeeper(directory.checkpoints(), highest, clock);
        if (started.steps() == 0) {
            checkpoints.begin(started.checkpoint());
        }
    }

    @Override
    public void close() {
        try {
            if (checkpoints != null) {
                checkpoints.close();
            }
        } finally {
            if (logs != null) {
                logs.close();
            }
        }
    }
}
