package dev.ganglion.environments.options;

import java.util.Map;
import java.util.stream.Collectors;

/** Checked values of an {@link OptionSet}: every key has one. */
public final class Options {
    private final OptionSet set;
    private final Map<String, String> values;

    Options(OptionSet set, Map<String, String> values) {
        this.set = set;
        this.values = Map.copyOf(values);
    }

    /** The value in canonical form. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(set.owner() + " declares no option " + key);
        }
        return value;
    }

    /** The value of a whole-number option. */
    public int whole(String key) {
        return Math.toIntExact(Long.parseLong(text(key)));
    }

    /** The value of a real-number option. */
    public double real(String key) {
        return Double.parseDouble(text(key));
    }

    /** Whether a switch is on. */
    public boolean isOn(String key) {
        return text(key).equals("on");
    }

    /** Whether an option has its default value. */
    public boolean isDefault(String key) {
        return set.list().stream()
                .anyMatch(option ->
                        option.key().equals(key) && option.defaultText().equals(text(key)));
    }

    /**
     * The same with other values for some keys.
     *
     * @throws InvalidInputException if a key is unknown or a value is not one of its option's
     */
    public Options with(Map<String, String> changes) {
        Map<String, String> changed = asMap();
        changed.putAll(changes);
        return set.parse(changed);
    }

    /** All values, in declared order, by key. */
    public Map<String, String> asMap() {
        return set.keys().stream()
                .collect(Collectors.toMap(key -> key, this::text, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** The owner's name with the values that differ from their defaults: {@code swimmer/swim:joints=7}. */
    public String canonicalName() {
        String given = set.list().stream()
                .filter(option -> !text(option.key()).equals(option.defaultText()))
                .map(option -> option.key() + "=" + text(option.key()))
                .collect(Collectors.joining(","));
        return given.isEmpty() ? set.owner() : set.owner() + ":" + given;
    }

    @Override
    public String toString() {
        return canonicalName();
    }
}
