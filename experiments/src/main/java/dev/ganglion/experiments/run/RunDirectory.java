package dev.ganglion.experiments.run;

import dev.ganglion.agents.checkpoint.CheckpointStore;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.picture.LearningCurve;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run keeps everything: the resolved configuration, metrics, checkpoints, the summary and pictures.
 *
 * @param path the directory
 */
public record RunDirectory(Path path) {
    /**
     * Makes a directory for a new run, and puts the configuration there.
     *
     * @throws InvalidInputException if there is something already, or nothing can be written there
     */
    public static RunDirectory create(Path path, RunConfig config) {
        RunDirectory directory = new RunDirectory(path);
        if (Files.exists(directory.config())) {
            throw new InvalidInputException(path + " already holds a run; go on with it by 'ganglion resume " + path
                    + "', or begin another with --out " + directory.free());
        }
        try {
            directory.claim();
            WholeFile.write(directory.config(), config.yaml());
        } catch (InvalidInputException e) {
            throw e.getCause() instanceof IOException ? directory.leavingIntact(e) : e;
        }
        return directory;
    }

    /** Makes the directory, and refuses one that holds anything. */
    void claim() {
        try {
            Files.createDirectories(path);
            if (!isEmpty()) {
                throw new InvalidInputException(
                        path + " holds other files already; begin the run elsewhere, such as --out " + free());
            }
        } catch (IOException e) {
            throw WholeFile.cannotWrite(path, e);
        }
    }

    /**
     * The directory of a run that was begun before.
     *
     * @throws InvalidInputException if there is no directory, or no run in it
     */
    public static RunDirectory open(Path path) {
        RunDirectory directory = new RunDirectory(path);
        if (!Files.isDirectory(path)) {
            throw new InvalidInputException("There is no run at " + path + suggestion(path));
        }
        if (!Files.isRegularFile(directory.config())) {
            throw new InvalidInputException(
                    path + " is not a run: it has no " + directory.config().getFileName() + suggestion(path));
        }
        return directory;
    }

    /** A path near this one that is still free: with {@code -2}, {@code -3} … behind it. */
    public Path free() {
        for (int i = 2; ; i++) {
            Path candidate = path.resolveSibling(path.getFileName() + "-" + i);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    /** Whether a run has begun here. */
    public boolean isRun() {
        return Files.isRegularFile(config());
    }

    /** What to say where the run can't be written down: the error, and what is left to go on from. */
    public InvalidInputException leavingIntact(Throwable error) {
        return new InvalidInputException(error.getMessage() + "; " + intact(), error);
    }

    private String intact() {
        try {
            long update = checkpoints().latest().checkpoint().update();
            return "the checkpoint of update " + update + " is whole, and 'ganglion resume " + path
                    + "' goes on from it";
        } catch (InvalidInputException e) {
            return "nothing was learned yet";
        }
    }

    /** Whether the run here was stopped before it had written a checkpoint. */
    public boolean isUnbegun() {
        return isRun() && !Files.exists(summary()) && checkpoints().isEmpty();
    }

    /**
     * Keeps other processes from writing to the run until the lock is closed.
     *
     * @throws InvalidInputException if another one writes to it already
     */
    public Lock lock() {
        Path file = path.resolve(".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new InvalidInputException(path + " is being trained by another process; wait for it or stop it");
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw leavingIntact(WholeFile.cannotWrite(file, e));
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The resolved configuration. */
    public Path config() {
        return path.resolve("config.yaml");
    }

    /** The learner's metrics, a row for each update. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** The episodes of training, a row for each. */
    public Path episodes() {
        return path.resolve("episodes.csv");
    }

    /** The metrics once more, for TensorBoard. */
    public Path events() {
        return path.resolve("events.out.tfevents.ganglion");
    }

    /** What came of the run. */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /** Where the parameters came from that the run began with, if they were learned elsewhere. */
    public Path origin() {
        return path.resolve("origin.json");
    }

    /** The picture of the learning curve. */
    public Path learningCurve() {
        return path.resolve("learning-curve.svg");
    }

    /** The checkpoints. */
    public CheckpointStore checkpoints() {
        return new CheckpointStore(path.resolve("checkpoints"));
    }

    /**
     * The episodes of training so far.
     *
     * @throws InvalidInputException if their table is damaged
     */
    public List<LearningCurve.Episode> trainingEpisodes() {
        return Scores.episodes(episodes());
    }

    /**
     * Mean returns of the updates so far in which episodes ended.
     *
     * @throws InvalidInputException if their table is damaged
     */
    public List<LearningCurve.Episode> updateReturns() {
        return Scores.updates(metrics());
    }

    /** Half a configuration, left by a process that was killed while it wrote it, is nothing. */
    private boolean isEmpty() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.allMatch(file -> file.equals(WholeFile.temporary(config())));
        }
    }

    private static String suggestion(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return "; 'ganglion train --out " + path + "' begins one";
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> runs = siblings.filter(sibling -> new RunDirectory(sibling).isRun())
                    .map(sibling -> sibling.getFileName().toString())
                    .sorted()
                    .toList();
            return Suggestion.nearest(path.getFileName().toString(), runs)
                    .map(name -> "; did you mean '" + path.resolveSibling(name) + "'?")
                    .orElse("; 'ganglion train --out " + path + "' begins one");
        } catch (IOException e) {
            return "";
        }
    }

    /** Held while a process writes to the run. */
    public static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
