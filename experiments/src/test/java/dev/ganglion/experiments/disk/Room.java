package dev.ganglion.experiments.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * What is left of a disk: so many bytes, and so many things that may be done to it before it refuses.
 *
 * <p>Once it has refused, it goes on refusing until {@link #make} makes room, as a full disk does.
 */
public final class Room {
    private static final String REASON = "No space left on device";

    private long bytes = Long.MAX_VALUE;
    private long operations = Long.MAX_VALUE;
    private long bytesUsed;
    private long operationsUsed;

    /** A disk without end. */
    public Room() {}

    /** From now on, so many bytes more fit. */
    public void leaveBytes(long count) {
        bytes = count;
    }

    /** From now on, so many openings, writes, moves and other changes more succeed. */
    public void leaveOperations(long count) {
        operations = count;
    }

    /** From now on, everything fits. */
    public void make() {
        bytes = Long.MAX_VALUE;
        operations = Long.MAX_VALUE;
    }

    /** Bytes written so far. */
    public long bytesUsed() {
        return bytesUsed;
    }

    /** Changes made so far. */
    public long operationsUsed() {
        return operationsUsed;
    }

    /** A change other than a write is about to be made. */
    void change(Path path) throws FileSystemException {
        if (operations == 0) {
            throw new FileSystemException(path.toString(), null, REASON);
        }
        operations--;
        operationsUsed++;
    }

    /** So many bytes are about to be written; gives how many of them fit, at least one. */
    int write(int wanted) throws IOException {
        if (operations == 0 || (bytes == 0 && wanted > 0)) {
            throw new IOException(REASON);
        }
        int fitting = (int) Math.min(wanted, bytes);
        bytes -= fitting;
        operations--;
        bytesUsed += fitting;
        operationsUsed++;
        return fitting;
    }
}
