package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Cell;
import java.util.Map;

/** The cells of a table, by exactly their names. */
record NamedCells(Map<String, Cell> cells) implements CellSource {
    @Override
    public Meaning meaningOf(String written) {
        Cell cell = cells.get(written);
        return cell == null ? new Unknown(Nearest.hint(written, cells.keySet())) : new Known(cell);
    }
}
