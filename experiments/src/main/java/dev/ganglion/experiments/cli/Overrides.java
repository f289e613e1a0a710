package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --set NAME=VALUE}. */
final class Overrides {
    private Overrides() {}

    /**
     * The values by name.
     *
     * @param texts each {@code NAME=VALUE}, or several with commas between
     * @throws InvalidInputException if one is not of that form, not finite, or given twice
     */
    static Map<String, Double> parse(List<String> texts) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String text : texts) {
            for (String one : text.split(",", -1)) {
                int equals = one.indexOf('=');
                if (equals < 1) {
                    throw new InvalidInputException("--set takes NAME=VALUE such as prop=2, not '" + one + "'");
                }
                String name = one.substring(0, equals).strip();
                if (values.put(name, number(name, one.substring(equals + 1).strip())) != null) {
                    throw new InvalidInputException("--set gives " + name + " twice");
                }
            }
        }
        return values;
    }

    private static double number(String name, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InvalidInputException("--set " + name + " takes a number, not '" + text + "'", e);
        }
        throw new InvalidInputException("--set " + name + " takes a finite number, not '" + text + "'");
    }
}
