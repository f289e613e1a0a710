package dev.ganglion.connectome;

/**
 * A muscle cell of the body wall.
 *
 * @param name unique name, such as {@code dBWML7}
 * @param quadrant the strip it lies in
 * @param row its number in that strip, from 1 at the head
 * @param position place of its middle from 0 (tip of the head) to 1 (tip of the tail); NaN if unknown
 */
public record Muscle(String name, Quadrant quadrant, int row, double position) implements Cell {
    /** Checks the name, the row and the position. */
    public Muscle {
        Checks.name(name, "A muscle");
        if (row < 1) {
            throw new IllegalArgumentException("Muscle " + name + " has row " + row + "; rows count from 1");
        }
        Checks.position(position, "Muscle " + name);
    }

    /** A muscle in one of {@code rows} equal rows; its position is the middle of its row. */
    public static Muscle inRow(String name, Quadrant quadrant, int row, int rows) {
        return new Muscle(name, quadrant, row, (row - 0.5) / rows);
    }
}
