package dev.ganglion.experiments.run;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.checkpoint.CheckpointFile;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What is needed to see a failure of a run again: the run before the update in which it failed, from which the update is
 * the same, to the bit, as often as it is made.
 *
 * @param path its directory, with {@code failure.json}, {@code config.yaml} and {@code before.checkpoint}
 */
public record FailureDump(Path path) {
    /**
     * What failed, as it stands in {@code failure.json}.
     *
     * @param ganglion version that failed
     * @param kind class of the error
     * @param message what was said of it
     * @param update number of the update in which it failed, from 1
     * @param steps environment steps before that update
     * @param seed seed of the run
     */
    public record Failure(String ganglion, String kind, String message, long update, long steps, long seed) {}

    /**
     * Writes a dump into the directory of a run; one of the same update is replaced.
     *
     * @param before the run before the update
     * @throws InvalidInputException if it cannot be written
     */
    static FailureDump write(RunDirectory directory, RunConfig config, Checkpoint before, Throwable error) {
        Path path = directory.path().resolve("failure-update-" + (before.update() + 1));
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw WholeFile.cannotWrite(path, e);
        }
        FailureDump dump = new FailureDump(path);
        WholeFile.write(path.resolve("config.yaml"), config.yaml());
        CheckpointFile.write(path.resolve("before.checkpoint"), before);
        Failure failure = new Failure(
                config.version(),
                error.getClass().getName(),
                String.valueOf(error.getMessage()),
                before.update() + 1,
                before.steps(),
                before.seed());
        WholeFile.write(dump.failureFile(), JsonRecords.MAPPER.writeValueAsString(failure) + "\n");
        return dump;
    }

    private Path failureFile() {
        return path.resolve("failure.json");
    }

    /**
     * What failed.
     *
     * @throws InvalidInputException if this is no dump, or it is damaged
     */
    public Failure failure() {
        try {
            return JsonRecords.MAPPER.readValue(Files.readString(failureFile()), Failure.class);
        } catch (IOException e) {
            throw new InvalidInputException(
                    path
                            + " is not the dump of a failure, such as RUN/failure-update-7; it has no readable failure.json",
                    e);
        } catch (JacksonException e) {
            throw new InvalidInputException(failureFile() + " is damaged", e);
        }
    }

    /**
     * Makes the update once more.
     *
     * @return the error that came of it; empty if it succeeds this time
     * @throws InvalidInputException if the dump is damaged or of another version
     */
    public Optional<Throwable> replay() {
        Failure failure = failure();
        RunConfig config = RunConfig.read(path.resolve("config.yaml"));
        Path file = path.resolve("before.checkpoint");
        Checkpoint before = CheckpointFile.read(file);
        config.requireSameRun(before, file);
        try {
            config.plan()
                    .learner()
                    .provider()
                    .train(config.plan(), before)
                    .takeUntil(event ->
                            event instanceof TrainingEvent.Updated update && update.update() >= failure.update())
                    .blockingSubscribe();
            return Optional.empty();
        } catch (RuntimeException error) {
            return Optional.of(error);
        }
    }
}
