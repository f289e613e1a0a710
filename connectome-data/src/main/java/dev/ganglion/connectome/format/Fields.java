package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Sign;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, words and signs as they stand in fields of a table. */
public final class Fields {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private Fields() {}

    /** A finite number above 0; nothing, with the mistake noted, if it is not that. */
    public static OptionalDouble weight(String text, Place place, Problems problems) {
        OptionalDouble number = number(text, "weight", place, problems);
        if (number.isPresent() && !(number.getAsDouble() > 0 && number.getAsDouble() < Double.MAX_VALUE)) {
            problems.add(place, text, "is no weight; weights are above 0 and finite");
            return OptionalDouble.empty();
        }
        return number;
    }

    /** A place from 0 to 1, NaN for an empty field or, with the mistake noted, for anything else. */
    static double position(String text, Place place, Problems problems) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        double position = number(text, "position", place, problems).orElse(Double.NaN);
        if (position < 0 || position > 1) {
            problems.add(place, text, "is no position; positions go from 0 (head) to 1 (tail)");
            return Double.NaN;
        }
        return position;
    }

    /** A finite or infinite decimal number; nothing, with the mistake noted, if it is not that. */
    public static OptionalDouble number(String text, String what, Place place, Problems problems) {
        if (!NUMBER.matcher(text).matches()) {
            problems.add(place, text, "is no number; the " + what + " has to be one");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    static OptionalInt row(String text, Place place, Problems problems) {
        if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) == 0) {
            problems.add(place, text, "is no muscle row; rows are whole numbers from 1 at the head");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** The constant that a word names; {@code absent} for an empty field; the mistake is noted if there is none. */
    static <E extends Enum<E>> E word(String text, Class<E> words, E absent, Place place, Problems problems) {
        if (text.isEmpty()) {
            return absent;
        }
        Optional<E> constant = Arrays.stream(words.getEnumConstants())
                .filter(word -> code(word).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (constant.isEmpty()) {
            List<String> codes =
                    Arrays.stream(words.getEnumConstants()).map(Fields::code).toList();
            String nearest = Nearest.hint(text, codes);
            problems.add(place, text, "is not one of " + String.join(", ", codes) + nearest);
        }
        return constant.orElse(absent);
    }

    /** The constants that words joined by + name. */
    static <E extends Enum<E>> Set<E> wordSet(String text, Class<E> words, E absent, Place place, Problems problems) {
        Set<E> set = EnumSet.noneOf(words);
        if (!text.isEmpty()) {
            Arrays.stream(text.split("\\+", -1))
                    .map(String::strip)
                    .map(word -> word(word, words, absent, place, problems))
                    .forEach(set::add);
        }
        return set;
    }

    static Sign sign(String text, Place place, Problems problems) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "+", "+1", "1", "excitatory" -> Sign.EXCITATORY;
            case "-", "-1", "−", "inhibitory" -> Sign.INHIBITORY;
            case "complex" -> Sign.COMPLEX;
            case "", "unknown" -> Sign.UNKNOWN;
            default -> {
                problems.add(place, text, "is no sign; signs are + (excitatory), - (inhibitory), complex or empty");
                yield Sign.UNKNOWN;
            }
        };
    }

    static String code(Sign sign) {
        return switch (sign) {
            case EXCITATORY -> "+";
            case INHIBITORY -> "-";
            case COMPLEX -> "complex";
            case UNKNOWN -> "";
        };
    }

    /** A constant as a word in lower case, such as {@code dorsal-left}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String codes(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Fields::code).collect(Collectors.joining("+"));
    }

    /** A number without a trailing {@code .0}; empty for NaN. */
    static String code(double number) {
        return Double.isNaN(number)
                ? ""
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
