package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the run that a command names. */
final class RunArguments {
    private RunArguments() {}

    /** Which of a run's checkpoints. */
    enum Which {
        /** The last one. */
        LATEST,
        /** That of the update whose episodes earned most. */
        BEST
    }

    /**
     * Opens a run, and warns of what is wrong with it.
     *
     * @throws InvalidInputException if there is none, or it is damaged
     */
    static Run open(Terminal terminal, @Nullable Path path, Which which) {
        if (path == null) {
            throw new InvalidInputException("Name the directory of a run");
        }
        Run run = which == Which.LATEST ? Run.open(path) : Run.openBest(path);
        run.warnings().forEach(warning -> terminal.err().println("ganglion: " + warning));
        return run;
    }

    /**
     * The run that a path names, or the runs of several seeds below it, by seed.
     *
     * @throws InvalidInputException if no path was given
     */
    static List<Path> runs(@Nullable Path path) {
        if (path == null) {
            throw new InvalidInputException("Name the directory of a run");
        }
        List<Path> seeds = new RunFolder(path).runs();
        return new RunDirectory(path).isRun() || seeds.isEmpty() ? List.of(path) : seeds;
    }

    /**
     * Reads {@code latest} or {@code best}.
     *
     * @throws InvalidInputException if it is neither
     */
    static Which which(String text) {
        return switch (text) {
            case "latest" -> Which.LATEST;
            case "best" -> Which.BEST;
            default -> throw new InvalidInputException("--checkpoint takes latest or best, not '" + text + "'");
        };
    }
}
