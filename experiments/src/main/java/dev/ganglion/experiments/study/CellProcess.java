package dev.ganglion.experiments.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A cell in a process of its own, so that whatever happens to it costs no other.
 *
 * <p>The child is the same Java with the same class path as this process, and runs the command {@code cell}. It is told
 * nothing after its start; it holds the other end of a pipe from this process, and ends at once when that is closed,
 * which it is when this process ends, however it ends.
 */
final class CellProcess {
    private static final int TAIL_LINES = 20;

    private final Process process;
    private final Path log;

    private CellProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a cell. */
    static CellProcess start(StudyDirectory directory, Cell cell, int workers) {
        Path log = directory.log(cell);
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command(directory, cell, workers))
                    .redirectError(log.toFile())
                    .start();
            return new CellProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a process for " + cell.id(), e);
        }
    }

    private static List<String> command(StudyDirectory directory, Cell cell, int workers) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(CellProcess::isForChildren)
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ganglion.experiments.cli.Main",
                "cell",
                directory.path().toString(),
                cell.id(),
                Integer.toString(workers)));
        return command;
    }

    /** A cell trains, so it takes the optimising compiler; it writes neither to the terminal nor past its log. */
    private static boolean isForChildren(String option) {
        return Stream.of("-XX:TieredStopAtLevel", "-Dganglion.", "-agentlib:", "-javaagent:")
                .noneMatch(option::startsWith);
    }

    /**
     * Waits for the end.
     *
     * @param progress is told the steps taken so far
     * @return the exit code
     */
    int await(LongConsumer progress) throws InterruptedException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(CellTraining.STEPS)) {
                    progress.accept(Long.parseLong(line.substring(CellTraining.STEPS.length())));
                }
            }
        } catch (IOException e) {
            // The pipe breaks when the process is killed; its exit code tells.
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** The last lines that it wrote to its standard error. */
    List<String> tail() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.filter(line -> !line.isBlank()).toList();
            return all.subList(Math.max(0, all.size() - TAIL_LINES), all.size());
        } catch (IOException e) {
            return List.of("its log cannot be read: " + e.getMessage());
        }
    }
}
