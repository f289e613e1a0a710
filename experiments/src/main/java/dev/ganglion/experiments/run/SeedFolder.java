package dev.ganglion.experiments.run;

import dev.ganglion.environments.options.InvalidInputException;
import java.nio.file.Path;

/**
 * A directory with the runs of one training from several seeds: {@code seed-1}, {@code seed-2} and so on.
 *
 * @param path the directory above them
 */
public record SeedFolder(Path path) {
    /**
     * Makes the directory.
     *
     * @throws InvalidInputException if it holds anything already, or cannot be written
     */
    public static SeedFolder create(Path path) {
        new RunDirectory(path).claim();
        return new SeedFolder(path);
    }

    /** Where the run of a seed lies. */
    public Path run(long seed) {
        return path.resolve("seed-" + seed);
    }
}
