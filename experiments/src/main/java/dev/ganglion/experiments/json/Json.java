package dev.ganglion.experiments.json;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what {@code --json} asks for. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** A value, made of maps, lists, texts and numbers, as one JSON text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
