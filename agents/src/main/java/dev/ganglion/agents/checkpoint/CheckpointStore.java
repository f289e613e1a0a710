package dev.ganglion.agents.checkpoint;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.environments.options.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory with a run's checkpoints: the latest, the one before it to fall back on, and the best.
 *
 * @param directory where they lie; made when the first is saved
 */
public record CheckpointStore(Path directory) {
    private static final String LATEST = "latest.checkpoint";
    private static final String PREVIOUS = "previous.checkpoint";
    private static final String BEST = "best.checkpoint";

    /**
     * Keeps a checkpoint as the latest; what was the latest becomes the one before it.
     *
     * @throws InvalidInputException if it cannot be written; those already there are left as they were
     */
    public void saveLatest(Checkpoint checkpoint) {
        Path latest = directory.resolve(LATEST);
        Path staged = CheckpointFile.stage(latest, checkpoint);
        if (Files.exists(latest)) {
            CheckpointFile.publish(latest, directory.resolve(PREVIOUS));
        }
        CheckpointFile.publish(staged, latest);
    }

    /**
     * Keeps a checkpoint as the best.
     *
     * @throws InvalidInputException if it cannot be written; the one already there is left as it was
     */
    public void saveBest(Checkpoint checkpoint) {
        CheckpointFile.write(directory.resolve(BEST), checkpoint);
    }

    /**
     * The latest checkpoint, or the one before it if the latest is missing or damaged.
     *
     * @throws InvalidInputException if neither can be read; the message says what is wrong with the latest
     */
    public Loaded latest() {
        Path latest = directory.resolve(LATEST);
        try {
            return new Loaded(CheckpointFile.read(latest), latest, List.of());
        } catch (InvalidInputException damage) {
            Path previous = directory.resolve(PREVIOUS);
            if (!Files.exists(previous)) {
                throw damage;
            }
            try {
                Checkpoint checkpoint = CheckpointFile.read(previous);
                String warning = damage.getMessage() + "; the one before it is used, of update " + checkpoint.update();
                return new Loaded(checkpoint, previous, List.of(warning));
            } catch (InvalidInputException alsoDamaged) {
                damage.addSuppressed(alsoDamaged);
                throw damage;
            }
        }
    }

    /**
     * The best checkpoint.
     *
     * @throws InvalidInputException if there is none or it is damaged
     */
    public Loaded best() {
        Path best = directory.resolve(BEST);
        return new Loaded(CheckpointFile.read(best), best, List.of());
    }

    /** Whether no checkpoint to go on from has been kept. */
    public boolean isEmpty() {
        return !Files.exists(directory.resolve(LATEST)) && !Files.exists(directory.resolve(PREVIOUS));
    }

    /** Whether a best checkpoint has been kept. */
    public boolean hasBest() {
        return Files.exists(directory.resolve(BEST));
    }

    /**
     * A checkpoint that was read.
     *
     * @param checkpoint what it holds
     * @param file where it lay
     * @param warnings what a user should be told: that the latest was damaged and another was used
     */
    public record Loaded(Checkpoint checkpoint, Path file, List<String> warnings) {
        /** Copies the warnings. */
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }
}
