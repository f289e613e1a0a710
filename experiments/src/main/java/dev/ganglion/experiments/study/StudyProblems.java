package dev.ganglion.experiments.study;

import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.environments.options.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads parts of a study file, and gathers what is wrong with them instead of stopping at the first mistake. */
final class StudyProblems {
    /** A study of more arms or places than this is a slip, or not meant well. */
    private static final int MOST_ITEMS = 1_000;

    private static final Pattern LINE = Pattern.compile(", line ([0-9]{1,9}): ");

    private final Set<String> problems = new LinkedHashSet<>();

    /** Reads a part of the file. */
    @FunctionalInterface
    interface NodeReader<T> {
        /** What stands there, or an {@link InvalidInputException}. */
        T read(YamlNode node);
    }

    /** Something is wrong with a part. */
    void add(YamlNode node, String reason) {
        problems.add(String.valueOf(node.error(reason).getMessage()));
    }

    /** Refuses the file if anything was wrong. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new StudyFormatException(problems.stream()
                    .sorted(Comparator.comparingInt(StudyProblems::line))
                    .toList());
        }
    }

    private static int line(String problem) {
        Matcher line = LINE.matcher(problem);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    /** What a part holds, or nothing if that is wrong. */
    <T> Optional<T> reading(YamlNode node, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (InvalidInputException e) {
            problems.add(String.valueOf(node.error(e).getMessage()));
            return Optional.empty();
        }
    }

    /** What a part of a mapping holds, or nothing if it is not there or wrong. */
    <T> Optional<T> value(Map<String, YamlNode> parts, String key, NodeReader<T> reader) {
        YamlNode node = parts.get(key);
        return node == null ? Optional.empty() : reading(node, () -> reader.read(node));
    }

    /** The parts of a mapping by key; other keys than these are problems. */
    Map<String, YamlNode> mapping(YamlNode node, List<String> keys) {
        Map<String, YamlNode> parts =
                new LinkedHashMap<>(reading(node, node::entries).orElse(Map.of()));
        parts.forEach((key, part) -> {
            if (!keys.contains(key)) {
                add(part, "there is no key '" + key + "' here" + Suggestion.clause(key, keys));
            }
        });
        return parts;
    }

    /** The elements of a list; none if it is no list, or too long. */
    List<YamlNode> items(YamlNode node) {
        List<YamlNode> items = reading(node, node::items).orElse(List.of());
        return isFew(node, items.size()) ? items : List.of();
    }

    /** Whether so many things can be told apart; if not, that is a problem. */
    boolean isFew(YamlNode node, long count) {
        if (count > MOST_ITEMS) {
            add(node, "there are " + count + " here; the most is " + MOST_ITEMS);
        }
        return count <= MOST_ITEMS;
    }

    /** Keeps a named thing, unless there is another of that name. */
    <T> void putNew(YamlNode node, String kind, String name, T thing, Map<String, T> things) {
        if (things.putIfAbsent(name, thing) != null) {
            add(node, "there are two " + kind + "s named '" + name + "'; give one of them another name");
        }
    }

    /** Whether a name is known; if not, that is a problem. */
    boolean known(YamlNode node, String kind, String name, Collection<String> names) {
        if (names.contains(name)) {
            return true;
        }
        add(node, "there is no " + kind + " '" + name + "'" + Suggestion.clause(name, names));
        return false;
    }

    /** A name that can be that of a directory; another is a problem. */
    String name(YamlNode node, String name) {
        if (!isName(name)) {
            add(node, noName(name));
        }
        return name;
    }

    /** Whether a text can be the name of something, and of its directory. */
    static boolean isName(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._+=-]{0,79}");
    }

    /** Says what names are. */
    static String noName(String text) {
        return "'" + text
                + "' is no name; one has letters, digits and . _ + = - only, and begins with a letter or digit";
    }

    /** A name for what has none: the last part of its selector, with the options behind. */
    static String shortName(String selector) {
        String name = selector.substring(selector.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.replaceAll("[^a-z0-9.=]+", "-").replaceAll("^-|-$", "");
    }

    /** The text of a scalar of any type, numbers as they would be typed. */
    static String scalar(YamlNode node) {
        if (node.isNumber()) {
            double number = node.number();
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
        return node.text();
    }

    /** A name with options. */
    static Selector selector(YamlNode node) {
        return Selector.parse(scalar(node));
    }
}
