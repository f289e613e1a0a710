package dev.ganglion.experiments.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much of the machine's memory the process holds, heap and native memory together, as Linux counts it in {@code
 * /proc/self/status} (proc(5)).
 */
public final class ResidentSize {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentSize() {}

    /** What it holds now ({@code VmRSS}), in bytes; nothing on a system that does not tell. */
    public static OptionalLong now() {
        return read("VmRSS:");
    }

    /** The most it has ever held ({@code VmHWM}), in bytes; nothing on a system that does not tell. */
    public static OptionalLong peak() {
        return read("VmHWM:");
    }

    private static OptionalLong read(String key) {
        try {
            return parse(Files.readString(STATUS, StandardCharsets.UTF_8), key);
        } catch (IOException e) {
            // Only Linux has the file.
            return OptionalLong.empty();
        }
    }

    /** The value of a line such as {@code VmRSS:    123456 kB}. */
    static OptionalLong parse(String status, String key) {
        return status.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace("kB", "").strip())
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                .findFirst();
    }
}
