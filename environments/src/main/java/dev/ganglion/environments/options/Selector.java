package dev.ganglion.environments.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name with options as typed on a command line: {@code NAME[:key=value,key=value]}.
 *
 * <p>A comma before a word without {@code =} belongs to the value before it, so {@code lesion=DB,VB} is one option. A
 * word without {@code =} before every value is a switch that is turned on, so {@code stpn:feedforward} means {@code
 * stpn:feedforward=on}; its text here is empty.
 *
 * @param name the part before the first colon
 * @param options the texts by key, in order
 */
public record Selector(String name, Map<String, String> options) {
    /** Keeps the order of the options. */
    public Selector {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads a selector.
     *
     * @throws InvalidInputException if the text has no name, an empty option, or a key twice
     */
    public static Selector parse(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        String name = colon < 0 ? trimmed : trimmed.substring(0, colon);
        if (name.isEmpty()) {
            throw new InvalidInputException("'" + text + "' has no name; write NAME or NAME:key=value");
        }
        Map<String, String> options = new LinkedHashMap<>();
        if (colon >= 0 && colon < trimmed.length() - 1) {
            String last = null;
            for (String part : trimmed.substring(colon + 1).split(",", -1)) {
                last = addOption(text, options, last, part);
            }
        }
        return new Selector(name, options);
    }

    private static @Nullable String addOption(
            String text, Map<String, String> options, @Nullable String last, String part) {
        int equals = part.indexOf('=');
        boolean isSwitch = equals < 0 && last == null && !part.isBlank();
        if (equals > 0 || isSwitch) {
            String key = (isSwitch ? part : part.substring(0, equals)).strip();
            if (options.put(key, isSwitch ? "" : part.substring(equals + 1).strip()) != null) {
                throw new InvalidInputException("'" + text + "' gives " + key + " twice");
            }
            return isSwitch ? null : key;
        }
        if (last == null || part.isBlank() || equals == 0) {
            throw new InvalidInputException(
                    "'" + part + "' in '" + text + "' is not of the form key=value; write NAME:key=value,key=value");
        }
        options.merge(last, part.strip(), (before, more) -> before + "," + more);
        return last;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        char separator = ':';
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(separator).append(option.getKey());
            if (!option.getValue().isEmpty()) {
                text.append('=').append(option.getValue());
            }
            separator = ',';
        }
        return text.toString();
    }
}
