package dev.ganglion.tests.fault;

import dev.ganglion.experiments.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line in a process of its own, which can be killed.
 *
 * @param process the process
 * @param output where everything goes that it says
 */
record GanglionProcess(Process process, Path output) {
    /** How a process is ended. */
    enum Ending {
        /** At once and without notice, as by {@code kill -9}. */
        KILL,
        /** As by a system that shuts down. */
        TERM,
        /** As by Ctrl-C. */
        INT
    }

    /** Starts a command; what it says goes to a file. */
    static GanglionProcess start(Path output, List<String> arguments) throws IOException {
        return start(output, List.of(), arguments);
    }

    /**
     * Starts a command.
     *
     * @param prefix what comes before {@code java}, such as a limit on resources
     */
    static GanglionProcess start(Path output, List<String> prefix, List<String> arguments) throws IOException {
        Process process =
                builder(prefix, arguments).redirectOutput(output.toFile()).start();
        return new GanglionProcess(process, output);
    }

    /** A command, to be started. */
    static ProcessBuilder builder(List<String> prefix, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Runs a command to its end and gives its exit code. */
    static int run(Path output, List<String> arguments) throws IOException, InterruptedException {
        return start(output, arguments).process.waitFor();
    }

    /**
     * Sends a signal, unless the process ends by itself before.
     *
     * @param millis how long to wait
     * @return whether it was sent
     */
    boolean endAfter(long millis, Ending ending) throws IOException, InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        send(ending);
        process.waitFor();
        return true;
    }

    /** Sends a signal. */
    void send(Ending ending) throws IOException, InterruptedException {
        switch (ending) {
            case KILL -> process.destroyForcibly();
            case TERM -> process.destroy();
            case INT ->
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
        }
    }

    /** What it said. */
    String said() throws IOException {
        return Files.readString(output);
    }
}
