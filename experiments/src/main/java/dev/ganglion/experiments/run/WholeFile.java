package dev.ganglion.experiments.run;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all: written beside their place, forced to the disk, then renamed into it.
 */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a text in UTF-8, replacing the file if there is one.
     *
     * @throws InvalidInputException if it cannot be written there; a file already there is left as it was
     */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, replacing the file if there is one.
     *
     * @throws InvalidInputException if they cannot be written there; a file already there is left as it was
     */
    public static void write(Path file, byte[] bytes) {
        produce(file, temporary -> {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        });
    }

    /**
     * Has a file written under a temporary name, and gives it its own once it is complete.
     *
     * @throws InvalidInputException if it cannot be written there; a file already there is left as it was
     */
    public static void produce(Path file, Writer writer) {
        Path temporary = temporary(file);
        try {
            writer.write(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw cannotWrite(file, e);
        }
    }

    /** The name under which a file is written. */
    static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    /** The complaint that something cannot be written, in one sentence. */
    static InvalidInputException cannotWrite(Path file, IOException e) {
        return new InvalidInputException("Cannot write " + file + ": " + reason(e), e);
    }

    /** What the system said, without the path that it repeats. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Writes the content to a path that it is given. */
    @FunctionalInterface
    public interface Writer {
        /** Writes all of it. */
        void write(Path temporary) throws IOException;
    }
}
