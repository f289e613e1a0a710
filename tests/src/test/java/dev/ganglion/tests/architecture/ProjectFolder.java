package dev.ganglion.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that the modules and the documentation are in. */
final class ProjectFolder {
    private ProjectFolder() {}

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("connectome-data/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the project's folder");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
