package dev.ganglion.experiments.cli;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress and complaints
 * @param columns width of the terminal behind {@code err}, empty if that is a file or a pipe
 */
public record Terminal(PrintStream out, PrintStream err, OptionalInt columns) {
    private static final int WIDTH_OF_A_FILE = 120;

    /**
     * The process's own streams. The launcher says through system properties how wide the terminal is, and where
     * complaints go: to a descriptor of their own, since TensorFlow's native code writes notices to the second one that
     * nothing can silence.
     *
     * @param out where results go
     */
    static Terminal ofProcess(OutputStream out) {
        String columns = System.getProperty("ganglion.columns", "");
        return new Terminal(
                print(out),
                print(complaints(System.getProperty("ganglion.stderr", ""))),
                columns.matches("[1-9][0-9]{0,3}") ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty());
    }

    private static OutputStream complaints(String path) {
        try {
            return path.isEmpty() ? new FileOutputStream(FileDescriptor.err) : new FileOutputStream(path, true);
        } catch (FileNotFoundException e) {
            return new FileOutputStream(FileDescriptor.err);
        }
    }

    /** Width to wrap text to. */
    int width() {
        return Math.max(60, columns.orElse(WIDTH_OF_A_FILE));
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
