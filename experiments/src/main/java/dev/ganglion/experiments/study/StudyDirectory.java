package dev.ganglion.experiments.study;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.run.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a study keeps its file, its runs and its results.
 *
 * @param path the directory
 */
public record StudyDirectory(Path path) {
    private static final String FILE = "study.yaml";

    /**
     * The directory of a study that was begun before.
     *
     * @throws InvalidInputException if there is none
     */
    public static StudyDirectory open(Path path) {
        if (!Files.isRegularFile(path.resolve(FILE))) {
            throw new InvalidInputException("There is no study at " + path
                    + "; name the directory of one that 'ganglion study' has begun, such as runs/ncap-claims");
        }
        return new StudyDirectory(path);
    }

    /**
     * Which cells a changed study file adds, and which it leaves behind.
     *
     * @param added directories of cells that the file did not ask for before
     * @param orphaned directories of cells that it does not ask for any more; they stay, but count no more
     */
    public record Change(List<String> added, List<String> orphaned) {}

    /** Writes a study file that no user wrote. */
    public Path prepare(String text) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new InvalidInputException("Cannot write " + path + ": " + e.getMessage(), e);
        }
        WholeFile.write(file(), text);
        return file();
    }

    /** The study file as it was last run. */
    public Path file() {
        return path.resolve(FILE);
    }

    /** The study's own table: a row for each cell. */
    public Path table() {
        return path.resolve("cells.csv");
    }

    /** What a cell that failed wrote to its standard error. */
    public Path log(Cell cell) {
        return path.resolve("logs").resolve(cell.id().replace('/', '.') + ".log");
    }

    /** Held by whoever trains a cell. */
    Path guard(Cell cell) {
        Path directory = cell.directory(path);
        return directory.resolveSibling("." + directory.getFileName() + ".lock");
    }

    /** Held by whoever runs the study. */
    Path guard() {
        return path.resolve(".lock");
    }

    /** The study that was last run here. */
    public Study study() {
        return StudyReader.read(file());
    }

    /**
     * Keeps the study file and the list of its cells.
     *
     * @param source the file as its user wrote it
     * @return what is different from the last time, if there was one
     */
    Optional<Change> adopt(Path source, StudyGrid grid) {
        try {
            Files.createDirectories(path);
            Path list = path.resolve("cells.txt");
            Set<String> now = grid.cells().stream()
                    .map(cell ->
                            path.relativize(cell.directory(path)).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> before = Files.exists(list) ? new LinkedHashSet<>(Files.readAllLines(list)) : now;
            WholeFile.write(file(), Files.readString(source, StandardCharsets.UTF_8));
            WholeFile.write(list, String.join("\n", now) + "\n");
            return before.equals(now) ? Optional.empty() : Optional.of(change(before, now));
        } catch (IOException e) {
            throw new InvalidInputException("Cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    private static Change change(Set<String> before, Set<String> now) {
        return new Change(
                now.stream().filter(cell -> !before.contains(cell)).toList(),
                before.stream().filter(cell -> !now.contains(cell)).toList());
    }

    /** What came of a cell, if it has finished and its lives were watched where they are to be. */
    public Optional<Summary> finished(Cell cell) {
        boolean isWatched = cell.lives(path).map(Files::isRegularFile).orElse(true);
        return isWatched ? trained(cell) : Optional.empty();
    }

    /** What came of a cell, if its training has finished. */
    Optional<Summary> trained(Cell cell) {
        return summary(cell).filter(summary -> summary.status() == Summary.Status.FINISHED);
    }

    /** What is known of a cell, if it was begun. */
    Optional<Summary> summary(Cell cell) {
        RunDirectory run = new RunDirectory(cell.directory(path));
        if (!Files.isRegularFile(run.summary())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Summary.read(run.summary()));
        } catch (InvalidInputException e) {
            // A summary is written whole or not at all; one that cannot be read is of no use, and its run begins anew.
            return Optional.empty();
        }
    }
}
