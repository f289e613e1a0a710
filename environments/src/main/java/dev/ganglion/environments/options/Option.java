package dev.ganglion.environments.options;

import java.util.List;
import java.util.Locale;

/** One option of an environment, controller or learner: its key, default, unit, range and help. */
public sealed interface Option {
    /** Name on the command line, lower case with hyphens. */
    String key();

    /** Default value as it would be typed. */
    String defaultText();

    /** Unit of the value, or an empty string. */
    String unit();

    /** Values it may take, for people to read. */
    String range();

    /** One sentence of help. */
    String help();

    /**
     * The value in canonical form.
     *
     * @throws InvalidInputException if the text is not a value of this option
     */
    String parse(String text);

    /** A whole number between two limits. */
    record Whole(String key, long defaultValue, long min, long max, String unit, String help) implements Option {
        @Override
        public String defaultText() {
            return Long.toString(defaultValue);
        }

        @Override
        public String range() {
            return max == Long.MAX_VALUE ? ">= " + min : min + " to " + max;
        }

        @Override
        public String parse(String text) {
            long value;
            try {
                value = Long.parseLong(text.strip().replace("_", ""));
            } catch (NumberFormatException e) {
                throw new InvalidInputException(key + " is a whole number (" + range() + "), not '" + text + "'", e);
            }
            if (value < min || value > max) {
                throw new InvalidInputException(key + "=" + value + " is out of range; it takes " + range()
                        + ", the nearest is " + Math.max(min, Math.min(max, value)));
            }
            return Long.toString(value);
        }
    }

    /** A real number between two limits, both included. */
    record Real(String key, double defaultValue, double min, double max, String unit, String help) implements Option {
        @Override
        public String defaultText() {
            return format(defaultValue);
        }

        @Override
        public String range() {
            return max == Double.POSITIVE_INFINITY ? ">= " + format(min) : format(min) + " to " + format(max);
        }

        @Override
        public String parse(String text) {
            double value;
            try {
                value = Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                throw new InvalidInputException(key + " is a number (" + range() + "), not '" + text + "'", e);
            }
            if (!(value >= min && value <= max)) {
                throw new InvalidInputException(key + "=" + text.strip() + " is out of range; it takes " + range()
                        + (Double.isNaN(value)
                                ? ""
                                : ", the nearest is " + format(Math.max(min, Math.min(max, value)))));
            }
            return format(value);
        }

        private static String format(double value) {
            if (value == Math.rint(value) && Math.abs(value) < 1e9) {
                return Long.toString((long) value);
            }
            return Double.toString(value).toLowerCase(Locale.ROOT);
        }
    }

    /** One of several words. */
    record Choice(String key, String defaultText, List<String> choices, String help) implements Option {
        static final String ON = "on";
        static final String OFF = "off";

        /** Copies the choices and checks that the default is one of them. */
        public Choice {
            choices = List.copyOf(choices);
            if (!choices.contains(defaultText)) {
                throw new IllegalArgumentException(key + ": the default " + defaultText + " is not in " + choices);
            }
        }

        /** A switch: {@code on} or {@code off}. */
        public static Choice onOff(String key, boolean defaultValue, String help) {
            return new Choice(key, defaultValue ? ON : OFF, List.of(ON, OFF), help);
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public String range() {
            return String.join(" | ", choices);
        }

        @Override
        public String parse(String text) {
            if (!choices.contains(text.strip())) {
                throw new InvalidInputException(
                        key + " cannot be '" + text + "'" + Suggestion.clause(text.strip(), choices));
            }
            return text.strip();
        }
    }

    /**
     * Text of a given form, such as layer sizes {@code 64x64}.
     *
     * @param pattern regular expression that the whole text must match
     * @param range the form in words, with an example
     */
    record Text(String key, String defaultText, String pattern, String range, String help) implements Option {
        @Override
        public String unit() {
            return "";
        }

        @Override
        public String parse(String text) {
            if (!text.strip().matches(pattern)) {
                throw new InvalidInputException(key + " cannot be '" + text + "'; it takes " + range);
            }
            return text.strip();
        }
    }
}
