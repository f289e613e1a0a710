package dev.ganglion.connectome.format;

import java.util.List;
import java.util.Map;

/**
 * Named columns and lines of text, from whichever kind of file.
 *
 * @param file the file's name
 * @param columns the columns' names, in order
 * @param rows the lines
 */
public record Table(String file, List<String> columns, List<Row> rows) {
    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether the table has a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /**
     * A line of the table.
     *
     * @param place where it is
     * @param fields its fields by column
     */
    public record Row(Place place, Map<String, String> fields) {
        /** Copies the map. */
        public Row {
            fields = Map.copyOf(fields);
        }

        /** The field in a column; empty if there is none. */
        public String get(String column) {
            return fields.getOrDefault(column, "");
        }
    }
}
