package dev.ganglion.experiments.run;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.checkpoint.CheckpointStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest checkpoint of a run and the best: that of the update whose episodes earned most on average.
 *
 * <p>Writing takes milliseconds and updates may, too, so checkpoints wait in memory for a few seconds; what a crash
 * loses is computed again, with the same bits. The best is never behind the latest on disk, so that going on from the
 * latest misses none.
 */
final class CheckpointKeeper {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CheckpointStore store;
    private final InstantSource clock;
    private double highest;
    private Instant saved;
    private @Nullable Checkpoint latest;
    private @Nullable Checkpoint best;

    /**
     * Goes on keeping.
     *
     * @param highest mean return of the best update so far, negative infinity if there is none
     */
    CheckpointKeeper(CheckpointStore store, double highest, InstantSource clock) {
        this.store = store;
        this.highest = highest;
        this.clock = clock;
        this.saved = clock.instant();
    }

    /** Keeps the policy before training, at once: from here on the run can be gone on with. */
    void begin(Checkpoint checkpoint) {
        latest = checkpoint;
        save();
    }

    /**
     * Keeps the checkpoint of an update in memory.
     *
     * @return whether it is time to save
     */
    boolean keep(TrainingEvent.Updated update) {
        latest = update.checkpoint();
        double score = Scores.meanReturn(update);
        if (score > highest) {
            highest = score;
            best = update.checkpoint();
        }
        return Duration.between(saved, clock.instant()).compareTo(PATIENCE) >= 0;
    }

    /** Writes what waits. */
    void save() {
        if (best != null) {
            store.saveBest(best);
            best = null;
        }
        if (latest != null) {
            store.saveLatest(latest);
            latest = null;
        }
        saved = clock.instant();
    }
}
