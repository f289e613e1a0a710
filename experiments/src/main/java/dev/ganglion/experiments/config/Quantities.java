package dev.ganglion.experiments.config;

import dev.ganglion.environments.options.InvalidInputException;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads counts as people write them: {@code 100000}, {@code 100_000}, {@code 1e5}, {@code 100k}, {@code 1.5m}. */
public final class Quantities {
    private Quantities() {}

    /**
     * A whole number between two limits.
     *
     * @param what name of the quantity, for the message
     * @throws InvalidInputException if the text is no whole number or lies outside the limits
     */
    public static long whole(String what, String text, long min, long max) {
        String digits = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
        long scale = 1;
        if (digits.endsWith("k") || digits.endsWith("m")) {
            scale = digits.endsWith("k") ? 1_000 : 1_000_000;
            digits = digits.substring(0, digits.length() - 1);
        }
        if (!digits.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?(e[0-9]{1,2})?")) {
            throw notWhole(what, text, null);
        }
        BigDecimal value = new BigDecimal(digits).multiply(BigDecimal.valueOf(scale));
        if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw outOfRange(what, text, min, max, max);
        }
        if (value.compareTo(BigDecimal.valueOf(min)) < 0) {
            throw outOfRange(what, text, min, max, min);
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw notWhole(what, text, e);
        }
    }

    /**
     * A real number between two limits.
     *
     * @param what name of the quantity, for the message
     * @throws InvalidInputException if the text is no number or lies outside the limits
     */
    public static double real(String what, String text, double min, double max) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(what + " is a number such as " + min + ", not '" + text + "'", e);
        }
        if (!(value >= min && value <= max)) {
            throw new InvalidInputException(what + " cannot be " + text.strip() + "; it takes " + min + " to " + max);
        }
        return value;
    }

    private static InvalidInputException notWhole(
            String what, String text, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = what + " is a whole number such as 100000, 100_000, 1e5 or 100k, not '" + text + "'";
        return cause == null ? new InvalidInputException(message) : new InvalidInputException(message, cause);
    }

    private static InvalidInputException outOfRange(String what, String text, long min, long max, long nearest) {
        String range = max == Long.MAX_VALUE ? "at least " + min : min + " to " + max;
        return new InvalidInputException(
                what + " cannot be " + text.strip() + "; it takes " + range + ", the nearest is " + nearest);
    }
}
