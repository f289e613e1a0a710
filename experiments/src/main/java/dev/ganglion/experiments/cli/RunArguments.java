package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import java.nio.file.Path;
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
