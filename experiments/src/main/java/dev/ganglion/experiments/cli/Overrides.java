package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --set NAME=VALUE}: weights that are set by hand. */
final class Overrides {
    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Set an effective weight by hand, after its parametrisation; repeatable, or with commas.")
    private List<String> texts = new ArrayList<>();

    /**
     * The values by name.
     *
     * @throws InvalidInputException if one is not of that form, not finite, or given twice
     */
    Map<String, Double> values() {
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
