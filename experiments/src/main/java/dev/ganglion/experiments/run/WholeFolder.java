package dev.ganglion.experiments.run;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of files that are there whole or not at all: written beside their place, then renamed into it. */
public final class WholeFolder {
    private WholeFolder() {}

    /**
     * Writes texts in UTF-8 into a folder that is new or empty.
     *
     * @param texts the texts by file name
     * @throws InvalidInputException if there is something already, or nothing can be written there; what is there is
     *     left as it was
     */
    public static void write(Path folder, Map<String, String> texts) {
        Path place = folder.toAbsolutePath().normalize();
        Path temporary = place.resolveSibling("." + place.getFileName() + ".tmp");
        try {
            requireFree(folder);
            remove(temporary);
            Files.createDirectories(temporary);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                WholeFile.write(temporary.resolve(text.getKey()), text.getValue());
            }
            Files.deleteIfExists(place);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw WholeFile.cannotWrite(folder, e);
        }
    }

    private static void requireFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(folder + " is a file; give another --out");
        }
        try (Stream<Path> present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new InvalidInputException(folder + " holds other files already; give another --out");
            }
        }
    }

    /** What a process that was killed may have left. */
    private static void remove(Path temporary) throws IOException {
        if (Files.exists(temporary)) {
            List<Path> children;
            try (Stream<Path> walk = Files.walk(temporary)) {
                children = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path child : children) {
                Files.delete(child);
            }
        }
    }
}
