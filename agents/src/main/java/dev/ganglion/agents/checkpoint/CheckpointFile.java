package dev.ganglion.agents.checkpoint;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A checkpoint in a file that is there whole or not at all.
 *
 * <p>It is written under another name, forced to the disk and then renamed, so that neither a crash nor a full disk
 * leaves half a file under the right name. It is verified by its checksum whenever it is read.
 */
public final class CheckpointFile {
    /** Largest file that is read; a network of fifty million values fits. */
    private static final long LARGEST_BYTES = 1L << 30;

    private CheckpointFile() {}

    /**
     * Writes a checkpoint, replacing the file if there is one.
     *
     * @throws InvalidInputException if it cannot be written there; a file already there is left as it was
     */
    public static void write(Path file, Checkpoint checkpoint) {
        Path temporary = stage(file, checkpoint);
        publish(temporary, file);
    }

    /**
     * Reads and verifies a checkpoint.
     *
     * @throws InvalidInputException if the file is missing, unreadable, torn, altered, foreign or of a newer format
     */
    public static Checkpoint read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new InvalidInputException(file + " is not a Ganglion checkpoint: it is larger than any");
            }
            return CheckpointCodec.decode(Files.readAllBytes(file));
        } catch (CheckpointCodec.Damage e) {
            throw new InvalidInputException(file + " is " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("There is no checkpoint at " + file, e);
        } catch (IOException e) {
            throw new InvalidInputException("The checkpoint " + file + " cannot be read: " + reason(e), e);
        }
    }

    /** Writes the checkpoint beside the file, under a temporary name, down to the disk. */
    static Path stage(Path file, Checkpoint checkpoint) {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(CheckpointCodec.encode(checkpoint));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return temporary;
        } catch (IOException e) {
            discard(temporary, e);
            throw new InvalidInputException("The checkpoint " + file + " cannot be written: " + reason(e), e);
        }
    }

    /** Gives a staged file its name in one step, and makes the name durable. */
    static void publish(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InvalidInputException("The checkpoint " + to + " cannot be written: " + reason(e), e);
        }
        try (FileChannel directory = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows cannot open a directory; there the file system's own journal has to do.
            return;
        }
    }

    private static void discard(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** What the system said, without the path that it repeats. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        // Some exceptions have the path for a message, and their name for a reason.
        String name = e.getClass().getSimpleName().replace("Exception", "");
        return e instanceof FileSystemException || e.getMessage() == null ? name : e.getMessage();
    }
}
