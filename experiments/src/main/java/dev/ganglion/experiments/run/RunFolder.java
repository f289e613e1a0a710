package dev.ganglion.experiments.run;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** The runs that lie here, the shorter names first, so that {@code seed-2} comes before {@code seed-10}. */
    public List<Path> runs() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.filter(folder -> new RunDirectory(folder).isRun())
                    .sorted(Comparator.comparingInt(
                                    (Path folder) -> folder.toString().length())
                            .thenComparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(path + " cannot be read: " + WholeFile.reason(e), e);
        }
    }

    /** Where the run of that name lies. */
    public Path run(String name) {
        return path.resolve(name);
    }
}
