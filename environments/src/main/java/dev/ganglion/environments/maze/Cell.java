package dev.ganglion.environments.maze;

/**
 * A cell of the maze.
 *
 * @param row row from 0 (top border)
 * @param column column from 0 (left border)
 */
record Cell(int row, int column) {
    /** The cell next to this one in the direction of a move. */
    Cell after(Move move) {
        return new Cell(row + move.rows(), column + move.columns());
    }
}
