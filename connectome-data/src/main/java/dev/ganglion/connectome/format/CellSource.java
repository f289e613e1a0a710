package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Cell;

/** Which cell a name in a file means. */
public interface CellSource {
    /** What a name turned out to mean. */
    sealed interface Meaning {}

    /**
     * A cell of the connectome.
     *
     * @param cell the cell, under its own name
     */
    record Known(Cell cell) implements Meaning {}

    /** A cell that exists but is no part of the connectome, such as a gut cell; its connections are left out. */
    record LeftOut() implements Meaning {}

    /**
     * No cell.
     *
     * @param hint what may have been meant, to end a sentence with; may be empty
     */
    record Unknown(String hint) implements Meaning {}

    /** The cell of a name as written in a file, without spaces around it; the name is not empty. */
    Meaning meaningOf(String written);
}
