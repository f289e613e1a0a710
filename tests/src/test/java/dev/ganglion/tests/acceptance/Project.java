package dev.ganglion.tests.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's own files. */
final class Project {
    private Project() {}

    /** The project's folder. */
    static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("connectome-data/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the project's folder");
    }

    /** The text of a file, by its path from the project's folder. */
    static String text(String path) {
        return read(folder().resolve(path));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
