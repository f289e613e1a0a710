package dev.ganglion.controllers.yaml;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A part of a YAML text: a mapping, a list or a scalar, which knows the line it is on.
 *
 * <p>Whoever reads it asks for what must be there; what is not of the expected form is refused with an {@link
 * InvalidInputException} that names the text, the line and the nearest right answer.
 */
public final class YamlNode {
    private final String source;
    private final Map<String, Integer> lines;
    private final String pointer;
    private final JsonNode node;

    YamlNode(String source, Map<String, Integer> lines, String pointer, JsonNode node) {
        this.source = source;
        this.lines = lines;
        this.pointer = pointer;
        this.node = node;
    }

    /** What is wrong here, with text and line. */
    public InvalidInputException error(String reason) {
        Integer line = lines.get(pointer);
        return new InvalidInputException(source + (line == null ? "" : ", line " + line) + ": " + reason);
    }

    /** The same with what led to it. */
    public InvalidInputException error(IllegalArgumentException cause) {
        return cause instanceof InvalidInputException invalid
                        && String.valueOf(invalid.getMessage()).startsWith(source)
                ? invalid
                : error(String.valueOf(cause.getMessage()));
    }

    /** Whether it is a mapping. */
    public boolean isMapping() {
        return node.isObject();
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node.isArray();
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return node.isNumber();
    }

    /**
     * The values of a mapping by key, in order.
     *
     * @throws InvalidInputException if it is no mapping
     */
    public Map<String, YamlNode> entries() {
        if (!node.isObject()) {
            throw error(what() + " is not a mapping of keys and values");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> entries.put(entry.getKey(), child(escaped(entry.getKey()), entry.getValue())));
        return entries;
    }

    /**
     * The elements of a list, in order.
     *
     * @throws InvalidInputException if it is no list
     */
    public List<YamlNode> items() {
        if (!node.isArray()) {
            throw error(what() + " is not a list");
        }
        List<YamlNode> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(child(Integer.toString(items.size()), item));
        }
        return items;
    }

    /**
     * Refuses every key of a mapping but these.
     *
     * @throws InvalidInputException at the first other key
     */
    public YamlNode allowing(List<String> keys) {
        entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw value.error("there is no key '" + key + "' here" + Suggestion.clause(key, keys));
            }
        });
        return this;
    }

    /**
     * The value of a key of a mapping.
     *
     * @throws InvalidInputException if the key is missing
     */
    public YamlNode get(String key) {
        return find(key).orElseThrow(() -> error("the key '" + key + "' is missing"));
    }

    /** The value of a key of a mapping, if it is there. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /**
     * A text.
     *
     * @throws InvalidInputException if it is a mapping, a list, or a scalar that YAML does not take for a text
     */
    public String text() {
        if (node.isString() || node.isIntegralNumber()) {
            return node.asString();
        }
        throw error(what() + " is not a text" + (node.isValueNode() ? "; put it in quotes" : ""));
    }

    /**
     * A finite number.
     *
     * @throws InvalidInputException if it is none
     */
    public double number() {
        if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            return node.doubleValue();
        }
        throw error(what() + " is not a finite number");
    }

    /**
     * True or false.
     *
     * @throws InvalidInputException if it is neither
     */
    public boolean truth() {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        throw error(what() + " is neither true nor false");
    }

    /**
     * A whole number.
     *
     * @throws InvalidInputException if it is none
     */
    public int whole() {
        if (node.isInt()) {
            return node.intValue();
        }
        throw error(what() + " is not a whole number");
    }

    /**
     * One of the constants of an enumeration, lower case with hyphens.
     *
     * @throws InvalidInputException if it is none of them
     */
    public <E extends Enum<E>> E choice(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String text = text();
        return constants.stream()
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> error(what() + " cannot be '" + text + "'"
                        + Suggestion.clause(
                                text, constants.stream().map(YamlNode::word).toList())));
    }

    /** An enumeration's constant as it stands in a text. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is called in messages: its key, or the key of the list that it is in. */
    private String what() {
        String key = pointer.replaceFirst("(/[0-9]+)+$", "").replaceFirst("^.*/", "");
        return key.isEmpty() ? "this" : "'" + key + "'";
    }

    private YamlNode child(String segment, JsonNode value) {
        return new YamlNode(source, lines, pointer + "/" + segment, value);
    }

    /** As in a JSON pointer (RFC 6901). */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
