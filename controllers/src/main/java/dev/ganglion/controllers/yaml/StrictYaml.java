package dev.ganglion.controllers.yaml;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * YAML that is taken at its word: an unknown, doubled, missing or empty key is an error that names the line and the
 * nearest right key.
 *
 * <p>A form is a record. Its components of type {@code Optional} may be left out, all others are required and none is
 * of a primitive type, for which Jackson would make up a zero.
 *
 * <p>A file holds one document of plain mappings, lists and scalars. Anchors and aliases are refused, and size and
 * depth are bounded, so that no file can be expanded into more than it is: a configuration to 256 kB, a tree, which may
 * hold a whole nervous system, to 16 MiB and half a million values.
 */
public final class StrictYaml {
    private static final int LARGEST_BYTES = 256 * 1024;
    private static final int LARGEST_TREE_BYTES = 16 << 20;
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 500_000;

    private static final YAMLMapper MAPPER = mapper(LARGEST_BYTES);
    private static final YAMLMapper TREE_MAPPER = mapper(LARGEST_TREE_BYTES);

    private StrictYaml() {}

    private static YAMLMapper mapper(int largest) {
        return YAMLMapper.builder(YAMLFactory.builder()
                        .loadSettings(LoadSettings.builder()
                                .setAllowDuplicateKeys(false)
                                .setMaxAliasesForCollections(0)
                                .setCodePointLimit(largest)
                                .build())
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxDocumentLength(largest)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .build();
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it is missing, unreadable, too large, no YAML, or not of the type's form
     */
    public static <T> T read(Path file, Class<T> type) {
        return parse(file.toString(), text(file, LARGEST_BYTES, "a configuration"), type);
    }

    /**
     * Reads a file as a tree, whose form whoever reads it checks.
     *
     * @throws InvalidInputException if it is missing, unreadable, too large or no YAML
     */
    public static YamlNode readTree(Path file) {
        return parseTree(file.toString(), text(file, LARGEST_TREE_BYTES, "a circuit"));
    }

    private static String text(Path file, int largest, String what) {
        // What is read is counted, since a device or a pipe has no size.
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new InvalidInputException(
                        file + " is larger than " + largest / 1024 + " kB; " + what + " is smaller");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("There is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a text as a tree, whose form whoever reads it checks.
     *
     * @param source what to call the text in messages
     * @throws InvalidInputException if it is no YAML
     */
    public static YamlNode parseTree(String source, String text) {
        try {
            Map<String, Integer> lines = inspect(TREE_MAPPER, source, text);
            JsonNode tree = TREE_MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw new InvalidInputException(source + " is empty");
            }
            return new YamlNode(source, lines, "", tree);
        } catch (JacksonException e) {
            throw new InvalidInputException(source + place(text, e) + ": " + describe(e), e);
        }
    }

    /**
     * Reads a text.
     *
     * @param source what to call the text in messages
     * @throws InvalidInputException if it is no YAML, or not of the type's form
     */
    public static <T> T parse(String source, String text, Class<T> type) {
        try {
            inspect(MAPPER, source, text);
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new InvalidInputException(source + " is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new InvalidInputException(source + place(text, e) + ": " + describe(e), e);
        }
    }

    /** A value as YAML, one key a line. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Refuses what binding would let pass: shared nodes, and keys with nothing behind them.
     *
     * @return the line of each value by its JSON pointer
     */
    private static Map<String, Integer> inspect(YAMLMapper mapper, String source, String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (YAMLParser parser = (YAMLParser) mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                if (lines.size() > MOST_VALUES) {
                    throw new InvalidInputException(source + ", line " + line
                            + ": from here on there are too many values; the most is " + MOST_VALUES);
                }
                lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(), line);
                String place = source + ", line " + line + ": ";
                if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                    throw new InvalidInputException(
                            place + "anchors (&) and aliases (*) are not used here; write the value out");
                }
                if (token == JsonToken.VALUE_NULL) {
                    throw new InvalidInputException(
                            place + "'" + parser.currentName() + "' has no value; give one or leave the key out");
                }
            }
        }
        return lines;
    }

    private static String place(String text, JacksonException e) {
        if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
            return ", line " + e.getLocation().getLineNr();
        }
        return e instanceof DatabindException bind ? lineOf(text, pointer(bind)) : "";
    }

    /** Binding errors come without a place, so the text is read once more up to the key that they name. */
    private static String lineOf(String text, String pointer) {
        try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().pathAsPointer().toString().equals(pointer)) {
                    return ", line " + parser.currentTokenLocation().getLineNr();
                }
            }
        }
        return "";
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(reference -> "/" + (reference.getPropertyName() == null ? "0" : reference.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String describe(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInputException invalid) {
                return Objects.requireNonNull(invalid.getMessage());
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "there is no key '" + unknown.getPropertyName() + "'"
                    + Suggestion.clause(unknown.getPropertyName(), names(unknown.getKnownPropertyIds()));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String mismatch(MismatchedInputException e) {
        String key = pointer(e).replaceFirst("^/", "").replace('/', '.');
        String original = firstLine(e.getOriginalMessage());
        if (original.startsWith("Missing creator property") || original.startsWith("Null value for creator property")) {
            return "the key '" + original.replaceAll("^[^']*'([^']*)'.*$", "$1") + "' is missing or empty";
        }
        return key.isEmpty() ? "this is not the expected form (" + original + ")" : "'" + key + "' has the wrong form";
    }

    private static List<String> names(@Nullable Collection<Object> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map(String::valueOf).sorted().toList();
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("it cannot be read");
    }
}
