package dev.ganglion.experiments.study;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a second process from doing the same work; the system lets go of it when its process ends, however it ends. */
final class FileGuard implements AutoCloseable {
    private final FileChannel channel;

    private FileGuard(FileChannel channel) {
        this.channel = channel;
    }

    /** The guard, unless another process holds it. */
    static Optional<FileGuard> tryHold(Path file) {
        try {
            FileChannel channel = open(file);
            if (tryLock(channel)) {
                return Optional.of(new FileGuard(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw cannotLock(file, e);
        }
    }

    /** Does something as soon as no other process holds the guard, and holds it meanwhile. */
    static <T> T holding(Path file, Supplier<T> work) {
        try (FileChannel channel = open(file)) {
            channel.lock();
            return work.get();
        } catch (IOException e) {
            throw cannotLock(file, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static InvalidInputException cannotLock(Path file, IOException e) {
        return new InvalidInputException("Cannot lock " + file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
