package dev.ganglion.tests.fuzz;

import dev.ganglion.environments.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads hostile files of one kind, one after the other, in a process of its own whose memory is bounded. Each case is
 * found again by its number: {@code Fuzz TARGET SEED FIRST LAST FOLDER}. Numbers up to 0 are files without
 * damage, which must be read.
 */
final class Fuzz {
    private static final int MOST_FAULTS = 5;
    private static final int VALID = 20;

    /** Set by a class as soon as it is loaded, which is why the class itself is not asked. */
    private static final String DEAD_CANARY = "ganglion.fuzz.canary";

    private final Target target;
    private final long seed;
    private final Path folder;
    private final Watchdog watchdog = new Watchdog();
    private int refused;
    private String lastRefusal = "";
    private int faults;

    private Fuzz(Target target, long seed, Path folder) {
        this.target = target;
        this.seed = seed;
        this.folder = folder;
    }

    /** Ends with 0 if every case was read or refused as it should be, else with 1 and what was found. */
    public static void main(String[] arguments) throws IOException {
        Fuzz fuzz = new Fuzz(Target.valueOf(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[4]));
        int first = Integer.parseInt(arguments[2]);
        int last = Integer.parseInt(arguments[3]);
        for (int i = -VALID; i <= 0; i++) {
            fuzz.run(i);
        }
        if (fuzz.refused > 0) {
            System.out.println("A valid file was refused: " + fuzz.lastRefusal);
            System.exit(1);
        }
        for (int i = first; i <= last && fuzz.faults < MOST_FAULTS; i++) {
            fuzz.run(i);
        }
        System.out.printf(
                "%s: %d cases of seed %d, %d refused, %d faults%n",
                fuzz.target, last - first + 1, fuzz.seed, fuzz.refused, fuzz.faults);
        System.exit(fuzz.faults == 0 ? 0 : 1);
    }

    private void run(int number) throws IOException {
        String name = target + " " + seed + " " + number;
        Path cell = folder.resolve("a/b/c/case");
        Files.createDirectories(cell);
        watchdog.begins(name);
        try {
            target.attack(cell, new Target.Damage(RandomStreams.named(seed, target + "/" + number), number <= 0));
        } catch (OutOfMemoryError | StackOverflowError | Exception e) {
            judge(name, e);
        }
        if (System.getProperty(DEAD_CANARY) != null) {
            fault(name, new IllegalStateException("A class was loaded that a file had named"));
        }
        List<Path> strays = strays(cell);
        if (!strays.isEmpty()) {
            fault(name, new IllegalStateException("Something was written outside of the folder: " + strays));
        }
        delete(folder);
    }

    private void judge(String name, Throwable error) {
        if (Verdict.isOfUser(error)) {
            refused++;
            lastRefusal = String.valueOf(error.getMessage());
        } else {
            fault(name, error);
        }
    }

    private void fault(String name, Throwable error) {
        faults++;
        System.out.println("FAULT in " + name);
        error.printStackTrace(System.out);
    }

    private List<Path> strays(Path cell) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.startsWith(cell) && !cell.startsWith(path))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
