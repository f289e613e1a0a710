package dev.ganglion.tests.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything in the directory of a finished run that its configuration decides, by file. */
final class RunBits {
    private RunBits() {}

    /**
     * Texts as they are, other files as a hash. Left out are times, and the checkpoint before the latest, which depends
     * on them.
     */
    static Map<String, String> of(Path run) throws IOException {
        Map<String, String> bits = new TreeMap<>();
        for (String table : new String[] {"config.yaml", "metrics.csv", "episodes.csv"}) {
            bits.put(table, Files.readString(run.resolve(table)));
        }
        for (String file :
                new String[] {"checkpoints/latest.checkpoint", "checkpoints/best.checkpoint", "learning-curve.svg"}) {
            bits.put(file, hash(Files.readAllBytes(run.resolve(file))));
        }
        bits.put("events", String.join("\n", EventScalars.lines(run.resolve("events.out.tfevents.ganglion"))));
        bits.put("summary.json", withoutTimes(Files.readString(run.resolve("summary.json"))));
        return bits;
    }

    /** What differs between two runs, a line for each file; empty if nothing does. */
    static String difference(Map<String, String> expected, Map<String, String> actual) {
        return expected.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(actual.get(entry.getKey())))
                .map(entry -> entry.getKey() + ": "
                        + firstDifference(entry.getValue(), actual.getOrDefault(entry.getKey(), "")))
                .collect(Collectors.joining("\n"));
    }

    private static String firstDifference(String expected, String actual) {
        List<String> first = expected.lines().toList();
        List<String> second = actual.lines().toList();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            if (!first.get(i).equals(second.get(i))) {
                return "line " + (i + 1) + " is " + second.get(i) + ", not " + first.get(i);
            }
        }
        return second.size() + " lines, not " + first.size();
    }

    private static String withoutTimes(String summary) {
        return summary.lines().filter(line -> !line.contains("second")).collect(Collectors.joining("\n"));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
