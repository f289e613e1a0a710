package dev.ganglion.environments.maze;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MazeGridTest {
    // Hand count for size n: (n-2)² cells inside the border, less ((n-3)/2)² pillars, plus the centre where it is one.
    @ParameterizedTest
    @CsvSource({"5, 9", "9, 41", "11, 65", "13, 97"})
    void freeCells_bySize_areCountedByHand(int size, int expected) {
        then(new MazeGrid(size).freeCells()).hasSize(expected);
    }

    @Test
    void isWall_centre_isOpen() {
        MazeGrid grid = new MazeGrid(13);
        then(grid.isWall(grid.centre())).isFalse();
        then(grid.isWall(new Cell(4, 4))).isTrue();
        then(grid.isWall(new Cell(4, 5))).isFalse();
        then(grid.isWall(new Cell(0, 5))).isTrue();
    }

    @Test
    void step_intoPillar_staysInPlace() {
        MazeGrid grid = new MazeGrid(9);
        then(grid.step(new Cell(1, 2), Move.DOWN)).isEqualTo(new Cell(1, 2));
        then(grid.step(new Cell(1, 1), Move.DOWN)).isEqualTo(new Cell(2, 1));
        then(grid.step(new Cell(1, 1), Move.LEFT)).isEqualTo(new Cell(1, 1));
    }

    @Test
    void constructor_evenSize_isRefused() {
        thenThrownBy(() -> new MazeGrid(10)).hasMessageContaining("odd number of cells");
    }

    @ParameterizedTest
    @CsvSource({"5", "9", "13"})
    void freeCells_everyOne_canBeReached(int size) {
        MazeGrid grid = new MazeGrid(size);
        then(OptimalForager.distances(grid, grid.centre())).hasSameSizeAs(grid.freeCells());
    }
}
