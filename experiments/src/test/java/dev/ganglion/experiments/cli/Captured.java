package dev.ganglion.experiments.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * What a command printed, and its exit code.
 *
 * @param exitCode the exit code
 * @param out its results
 * @param err its progress and complaints
 */
record Captured(int exitCode, String out, String err) {
    /** Runs a command as the program would. */
    static Captured run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(new Terminal(print(out), print(err), OptionalInt.empty()), arguments);
        return new Captured(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
