package dev.ganglion.connectome;

import java.util.List;

/**
 * Where each column of a connectome's tables comes from.
 *
 * @param columns one entry for each column and source
 */
public record Provenance(List<Column> columns) {
    /** Nothing is known. */
    public static final Provenance NONE = new Provenance(List.of());

    /** Copies the list. */
    public Provenance {
        columns = List.copyOf(columns);
    }

    /**
     * The source of one column.
     *
     * @param table the table: {@code neurons}, {@code muscles} or {@code connections}
     * @param column the column's name
     * @param citation the publication to cite
     * @param link its DOI or address
     * @param licence the licence under which the source gives it
     * @param derivation how the column follows from the source
     */
    public record Column(
            String table, String column, String citation, String link, String licence, String derivation) {}
}
