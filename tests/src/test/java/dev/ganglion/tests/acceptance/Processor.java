package dev.ganglion.tests.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What of this machine's processor decides which instructions compute a run, and with it the last bits. */
final class Processor {
    private static final Path INFORMATION = Path.of("/proc/cpuinfo");
    private static final List<String> PROPERTIES = List.of("vendor_id", "cpu family", "model", "cache size");
    private static final String ARITHMETIC = "(sse|ssse|avx|fma|f16c|amx|neon|asimd|sve).*";

    private Processor() {}

    /** A line for each property, and one for the instruction sets for arithmetic. */
    static String text() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT) + "\n";
        if (!Files.isReadable(INFORMATION)) {
            return machine;
        }
        Map<String, String> first = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(INFORMATION)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    first.putIfAbsent(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String flags = first.getOrDefault("flags", first.getOrDefault("Features", ""));
        return machine
                + PROPERTIES.stream()
                        .map(property -> property + ": " + first.getOrDefault(property, "unknown") + "\n")
                        .collect(Collectors.joining())
                + Arrays.stream(flags.split(" ", -1))
                        .filter(flag -> flag.matches(ARITHMETIC))
                        .sorted()
                        .collect(Collectors.joining(" "))
                + "\n";
    }
}
