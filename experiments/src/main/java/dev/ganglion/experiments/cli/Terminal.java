package dev.ganglion.experiments.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
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

    /** The process's own streams; the launcher says through a system property how wide the terminal is. */
    static Terminal ofProcess() {
        String columns = System.getProperty("ganglion.columns", "");
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                columns.matches("[1-9][0-9]{0,3}") ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty());
    }

    /** Width to wrap text to. */
    int width() {
        return Math.max(60, columns.orElse(WIDTH_OF_A_FILE));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
