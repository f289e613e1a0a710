package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.Limits;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Seeds on the command line: named by {@code --seed 1,2,5}, or counted by {@code --seeds 3}. */
final class SeedArguments {
    private SeedArguments() {}

    /**
     * The seeds that were given, each once; none if neither option was.
     *
     * @throws InvalidInputException if both were, or one of them is wrong
     */
    static List<Long> of(@Nullable String named, @Nullable String count) {
        if (named != null && count != null) {
            throw new InvalidInputException("--seed names seeds and --seeds counts them from 1; leave out one of them");
        }
        if (count != null) {
            return LongStream.rangeClosed(1, Limits.seedCount(count)).boxed().toList();
        }
        return named == null ? List.of() : Limits.seeds(named);
    }
}
