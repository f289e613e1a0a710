package dev.ganglion.controllers.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping on one line, {@code {key: value, …}}, while it is being written. */
final class FlowText {
    /** What YAML would take for something else than a text. */
    private static final Set<String> RESERVED = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final Map<String, String> entries = new LinkedHashMap<>();

    /** A text, in quotes where it needs them. */
    static String text(String text) {
        boolean isPlain =
                text.matches("[A-Za-z][A-Za-z0-9_./>-]*") && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return isPlain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A number that is read back as the same. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** With a value that is written as it is. */
    FlowText with(String key, String written) {
        entries.put(text(key), written);
        return this;
    }

    /** With a value that is written as it is, unless it is the one that stands for a missing key. */
    FlowText with(String key, String written, String unless) {
        return written.equals(unless) ? this : with(key, written);
    }

    @Override
    public String toString() {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
