package dev.ganglion.experiments.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process's standard output, which remembers that it could not be written; a {@link java.io.PrintStream} above it
 * keeps that to itself.
 */
final class StandardOutput extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** What to say of results that are lost; nothing if whoever read them has only had enough, as {@code head} has. */
    Optional<String> complaint() {
        String reason = failure == null ? "Broken pipe" : String.valueOf(failure.getMessage());
        return reason.equals("Broken pipe")
                ? Optional.empty()
                : Optional.of("ganglion: Cannot write to the standard output: " + reason);
    }
}
