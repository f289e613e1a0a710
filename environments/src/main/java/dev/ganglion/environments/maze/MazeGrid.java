package dev.ganglion.environments.maze;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A square maze of an odd number of cells a side: a border of walls, and a pillar on every cell whose row and column
 * are both even, except at the centre, which is open.
 *
 * @param size cells a side, border included
 */
record MazeGrid(int size) {
    /** Checks that there is a centre with room around it. */
    MazeGrid {
        if (size < 5 || size % 2 == 0) {
            throw new IllegalArgumentException("A maze has an odd number of cells a side, at least 5, not " + size);
        }
    }

    Cell centre() {
        return new Cell(size / 2, size / 2);
    }

    boolean isWall(Cell cell) {
        boolean border = cell.row() <= 0 || cell.column() <= 0 || cell.row() >= size - 1 || cell.column() >= size - 1;
        boolean pillar = cell.row() % 2 == 0 && cell.column() % 2 == 0;
        return border || (pillar && !cell.equals(centre()));
    }

    /** Every cell that is not a wall, row by row, the centre included. */
    List<Cell> freeCells() {
        return IntStream.range(0, size * size)
                .mapToObj(index -> new Cell(index / size, index % size))
                .filter(cell -> !isWall(cell))
                .toList();
    }

    /** Every pillar inside the border, row by row. */
    List<Cell> pillars() {
        return IntStream.range(0, size * size)
                .mapToObj(index -> new Cell(index / size, index % size))
                .filter(cell -> cell.row() > 0 && cell.column() > 0)
                .filter(cell -> cell.row() < size - 1 && cell.column() < size - 1)
                .filter(this::isWall)
                .toList();
    }

    /** Where a move leads: the next cell, or the same one if a wall is in the way. */
    Cell step(Cell from, Move move) {
        Cell to = from.after(move);
        return isWall(to) ? from : to;
    }
}
