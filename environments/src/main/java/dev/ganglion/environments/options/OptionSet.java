package dev.ganglion.environments.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options something takes, in the order in which they are shown.
 *
 * @param owner what takes them, for messages, such as {@code swimmer/swim}
 * @param list the options; keys are unique
 */
public record OptionSet(String owner, List<Option> list) {
    /** Copies the list. */
    public OptionSet {
        list = List.copyOf(list);
        if (list.stream().map(Option::key).distinct().count() != list.size()) {
            throw new IllegalArgumentException(owner + " declares an option twice");
        }
    }

    /** The given options in the given order. */
    public static OptionSet of(String owner, Option... options) {
        return new OptionSet(owner, List.of(options));
    }

    /** All keys, in order. */
    public List<String> keys() {
        return list.stream().map(Option::key).toList();
    }

    /** Every option at its default. */
    public Options defaults() {
        return parse(Map.of());
    }

    /**
     * Checks the given texts and fills in defaults.
     *
     * @throws InvalidInputException if a key is unknown or a value is not one of its option's
     */
    public Options parse(Map<String, String> texts) {
        for (String key : texts.keySet()) {
            if (!keys().contains(key)) {
                throw new InvalidInputException(
                        owner + " has no option '" + key + "'" + Suggestion.clause(key, keys()));
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Option option : list) {
            String text = texts.get(option.key());
            try {
                values.put(option.key(), text == null ? option.defaultText() : value(option, text));
            } catch (InvalidInputException e) {
                throw new InvalidInputException(owner + ": " + e.getMessage(), e);
            }
        }
        return new Options(this, values);
    }

    private static String value(Option option, String text) {
        boolean isSwitch = option instanceof Option.Choice choice
                && choice.choices().contains(Option.Choice.ON)
                && choice.choices().contains(Option.Choice.OFF);
        if (text.isEmpty() && !isSwitch) {
            throw new InvalidInputException(option.key() + " needs a value of the form key=value: " + option.key() + "="
                    + option.defaultText());
        }
        return option.parse(text.isEmpty() ? Option.Choice.ON : text);
    }
}
