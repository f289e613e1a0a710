package dev.ganglion.experiments.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param columns names of the columns
 * @param rows a value for each column: a text, a number, a truth value, or null
 */
public record Answer(List<String> columns, List<List<@Nullable Object>> rows) {
    /** Copies the rows, which may hold nulls. */
    public Answer {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<@Nullable Object>(row)))
                .toList();
    }
}
