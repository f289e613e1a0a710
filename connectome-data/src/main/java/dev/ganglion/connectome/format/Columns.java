package dev.ganglion.connectome.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that a table may have.
 *
 * @param separator what stands between fields: a comma or a tab
 * @param required columns that must be there
 * @param optional columns that may be there
 * @param closed whether any other column is a mistake; if not, others are read as they come
 */
public record Columns(char separator, List<String> required, List<String> optional, boolean closed) {
    /** Copies the lists. */
    public Columns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Just these columns, all required, in any order. */
    public static Columns exactly(char separator, String... required) {
        return new Columns(separator, List.of(required), List.of(), true);
    }

    /** All columns that are known. */
    public List<String> known() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
