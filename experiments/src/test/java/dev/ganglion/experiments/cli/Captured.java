package dev.ganglion.experiments.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command printed, and its exit code.
 *
 * @param exitCode the exit code
 * @param out its results
 * @param err its progress and complaints
 */
record Captured(int exitCode, String out, String err) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Runs a command as the program would. */
    static Captured run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        int exitCode = Main.run(new Terminal(print(out), print(err), OptionalInt.empty()), texts);
        return new Captured(
                exitCode,
                out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"),
                err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    /** The one JSON object that standard output holds. */
    Map<String, Object> json() {
        return MAPPER.readValue(out, new TypeReference<>() {});
    }

    /** The one JSON array of objects that standard output holds. */
    List<Map<String, Object>> array() {
        return MAPPER.readValue(out, new TypeReference<>() {});
    }

    /** A number in that object. */
    double number(String name) {
        if (json().get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new AssertionError(name + " is no number in " + out);
    }

    /** A list of objects in that object. */
    List<Map<String, Object>> objects(String name) {
        return MAPPER.convertValue(json().get(name), new TypeReference<>() {});
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
