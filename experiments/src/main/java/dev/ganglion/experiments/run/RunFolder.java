package dev.ganglion.experiments.run;

import dev.ganglion.environments.options.InvalidInputException;
import java.nio.file.Path;

/**
 * A directory with several runs that belong together, such as {@code seed-1} and {@code seed-2}.
 *
 * @param path the directory above them
 */
public record RunFolder(Path path) {
    /**
     * Makes the directory.
     *
     * @throws InvalidInputException if it holds anything already, or cannot be written
     */
    public static RunFolder create(Path path) {
        new RunDirectory(path).claim();
        return new RunFolder(path);
    }

    /** Where the run of that name lies. */
    public Path run(String name) {
        return path.resolve(name);
    }
}
