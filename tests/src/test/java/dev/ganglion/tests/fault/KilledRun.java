package dev.ganglion.tests.fault;

import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.tests.fault.GanglionProcess.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A training run in a process that is killed at random moments and resumed after each, beside the same run left alone.
 */
final class KilledRun {
    private final Path directory;
    private final List<String> settings;
    private final RandomGenerator random;
    private final List<String> history = new ArrayList<>();
    private int runs;
    private int kills;

    /**
     * A run to be killed.
     *
     * @param directory an empty directory
     * @param settings arguments of {@code train}
     * @param seed decides the moments
     */
    KilledRun(Path directory, String settings, long seed) {
        this.directory = directory;
        this.settings = List.of(settings.split(" "));
        random = RandomStreams.named(seed, "kills");
    }

    /**
     * Trains undisturbed, then again with kills, one of each kind in turn, until there were enough of them.
     *
     * @param endings how each kill is done
     * @return what differs between the undisturbed run and any of the killed ones; empty if nothing does
     */
    String compare(List<Ending> endings) throws IOException, InterruptedException {
        Path undisturbed = directory.resolve("undisturbed");
        long began = System.nanoTime();
        finish(GanglionProcess.start(directory.resolve("undisturbed.log"), train(undisturbed)));
        long duration = (System.nanoTime() - began) / 1_000_000;
        Map<String, String> expected = RunBits.of(undisturbed);
        StringBuilder differences = new StringBuilder();
        while (kills < endings.size()) {
            Path killed = directory.resolve("killed-" + runs++);
            trainKilled(killed, duration, endings);
            String difference = RunBits.difference(expected, RunBits.of(killed));
            if (!difference.isEmpty()) {
                differences
                        .append(killed)
                        .append(' ')
                        .append(history)
                        .append('\n')
                        .append(difference);
            }
        }
        return differences.toString();
    }

    /** When and how it was killed. */
    List<String> history() {
        return history;
    }

    /** Kills a run, and whatever resumes it, at moments all over the time that the run takes alone. */
    private void trainKilled(Path run, long duration, List<Ending> endings) throws IOException, InterruptedException {
        List<String> command = train(run);
        while (true) {
            GanglionProcess process =
                    GanglionProcess.start(directory.resolve("killed-" + history.size() + ".log"), command);
            if (kills == endings.size()) {
                finish(process);
                return;
            }
            long moment = random.nextLong(duration);
            if (!process.endAfter(moment, endings.get(kills))) {
                finish(process);
                return;
            }
            history.add(endings.get(kills++) + " after " + moment + " ms: " + lastLine(process));
            if (isFinished(run)) {
                return;
            }
            command = Files.exists(run.resolve("config.yaml")) ? List.of("resume", run.toString()) : train(run);
        }
    }

    /** A run that is asked to end while its pictures are drawn ends by finishing. */
    private static boolean isFinished(Path run) throws IOException {
        Path summary = run.resolve("summary.json");
        return Files.exists(summary) && Files.readString(summary).contains("\"finished\"");
    }

    private static String lastLine(GanglionProcess process) throws IOException {
        List<String> lines = process.said().lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private List<String> train(Path run) {
        List<String> command = new ArrayList<>(List.of("train"));
        command.addAll(settings);
        command.addAll(List.of("--out", run.toString()));
        return command;
    }

    private static void finish(GanglionProcess process) throws IOException, InterruptedException {
        int exitCode = process.process().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode + "\n" + process.said());
        }
    }
}
