package dev.ganglion.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Directories for runs whose user named none. */
final class RunNames {
    private RunNames() {}

    /**
     * A path under {@code runs} that is free: what it is about and the time, and a number if that is taken.
     *
     * @param subject what it is about, such as {@code swim-ncap}
     */
    static Path free(String subject) {
        String stem = subject + "-"
                + LocalDateTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
        Path runs = Path.of("runs");
        Path path = runs.resolve(stem);
        for (int i = 2; Files.exists(path); i++) {
            path = runs.resolve(stem + "-" + i);
        }
        return path;
    }
}
