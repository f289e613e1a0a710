package dev.ganglion.environments.maze;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four moves, in the order of their action indices. */
enum Move {
    UP(-1, 0),
    DOWN(1, 0),
    LEFT(0, -1),
    RIGHT(0, 1);

    private static final Move[] BY_INDEX = values();

    private final int rows;
    private final int columns;

    Move(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Names of all moves, by index. */
    static List<String> names() {
        return Arrays.stream(BY_INDEX)
                .map(move -> move.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The move of this index. */
    static Move of(int index) {
        return BY_INDEX[index];
    }
}
