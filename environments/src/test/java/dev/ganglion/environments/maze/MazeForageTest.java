package dev.ganglion.environments.maze;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MazeForageTest {
    private static final int STEPS = 200;

    // The ceilings were computed by an independent Python program: breadth-first search and the renewal recursion.
    @ParameterizedTest
    @CsvSource({"9, 418.96", "11, 325.93", "13, 270.38"})
    void expectedReturn_ofOptimalForager_isTheCeiling(int size, double ceiling) {
        then(OptimalForager.expectedReturn(new MazeGrid(size), STEPS)).isCloseTo(ceiling, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"9", "11", "13"})
    void play_ofOptimalForager_agreesWithTheCeiling(int size) {
        MazeGrid grid = new MazeGrid(size);
        MazeForage maze = maze(size);
        double[] returns = IntStream.range(0, 1500)
                .mapToDouble(seed -> OptimalForager.play(maze, grid, seed))
                .toArray();
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / (returns.length - 1);
        double standardError = Math.sqrt(variance / returns.length);
        then(mean).isCloseTo(OptimalForager.expectedReturn(grid, STEPS), within(4 * standardError));
        then(standardError).isLessThan(5);
    }

    @Test
    void reset_atTheCentre_showsTheViewAndTheQuirks() {
        float[] observation = new float[17];
        maze(13).reset(1, observation, 0);
        // The centre (6,6) of size 13 is open and its diagonal neighbours (5,5) … are odd-odd, so free as well.
        float[] expected = new float[17];
        expected[10] = 1;
        expected[13] = 1;
        then(observation).containsExactly(expected);
    }

    @Test
    void step_right_showsPillarsTimeAndMove() {
        MazeForage maze = maze(13);
        float[] observation = new float[17];
        maze.reset(1, observation, 0);
        then(maze.goal()).isNotEqualTo(new Cell(6, 7));
        then(maze.step(new float[] {3}, 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
        // Around (6,7): row 5 is free, row 6 has a pillar at (6,8) and the open centre at (6,6), row 7 is free.
        then(Arrays.copyOf(observation, 9)).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0);
        then(Arrays.copyOfRange(observation, 9, 17)).containsExactly(0, 1, 1f / 200, 0, 0, 0, 0, 1);
        then(maze.position()).isEqualTo(new Cell(6, 7));
    }

    @Test
    void step_ontoTheGoal_paysAndLandsElsewhere() {
        Set<Cell> landings = new HashSet<>();
        MazeForage maze = maze(5);
        for (long seed = 0; seed < 60; seed++) {
            float[] observation = new float[17];
            maze.reset(seed, observation, 0);
            if (maze.goal().equals(new Cell(1, 2))) {
                maze.step(new float[] {0}, 0, observation, 0);
                then(maze.reward()).isEqualTo(10);
                then(observation[12]).isEqualTo(10);
                then(maze.position()).isNotEqualTo(maze.goal());
                then(maze.measurements()).containsEntry("goals_reached", 1.0);
                landings.add(maze.position());
            }
        }
        then(landings.size()).isGreaterThan(2);
    }

    @Test
    void step_intoTheBorder_costsNothing() {
        MazeForage maze = maze(5);
        float[] observation = new float[17];
        maze.reset(2, observation, 0);
        then(maze.goal()).isNotIn(new Cell(1, 2), new Cell(2, 2));
        maze.step(new float[] {0}, 0, observation, 0);
        maze.step(new float[] {0}, 0, observation, 0);
        then(maze.position()).isEqualTo(new Cell(1, 2));
        then(maze.reward()).isZero();
        then(maze.measurements()).containsEntry("wall_bumps", 1.0);
    }

    @Test
    void step_atTheTimeLimit_terminates() {
        MazeForage maze = maze(9);
        float[] observation = new float[17];
        maze.reset(1, observation, 0);
        for (int step = 1; step < STEPS; step++) {
            then(maze.step(new float[] {step % 4}, 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
        }
        then(maze.step(new float[] {0}, 0, observation, 0)).isEqualTo(StepStatus.TERMINATED);
        then(observation[11]).isEqualTo(1);
        thenThrownBy(() -> maze.step(new float[] {0}, 0, observation, 0)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1", "4", "NaN"})
    void step_noSuchAction_isRefused(float action) {
        MazeForage maze = maze(9);
        float[] observation = new float[17];
        maze.reset(1, observation, 0);
        thenThrownBy(() -> maze.step(new float[] {action}, 0, observation, 0))
                .hasMessageContaining("forager/move is a choice from 0 to 3");
    }

    @Test
    void reset_manySeeds_putsTheGoalOnEveryFreeCell() {
        MazeForage maze = maze(9);
        float[] observation = new float[17];
        Set<Cell> goals = new HashSet<>();
        for (long seed = 0; seed < 600; seed++) {
            maze.reset(seed, observation, 0);
            goals.add(maze.goal());
        }
        // 41 cells, 600 draws: the chance that any one is missed is below 41·(40/41)^600 ≈ 2e-5.
        then(goals).hasSize(41).contains(new MazeGrid(9).centre());
    }

    @Test
    void parse_evenSize_namesTheSizes() {
        thenThrownBy(() -> Environments.parse("maze/forage:size=10")).hasMessageContaining("size cannot be '10'");
        then(Environments.parse("maze/forage:size=9").create().spec().name()).isEqualTo("maze/forage:size=9");
    }

    private static MazeForage maze(int size) {
        return (MazeForage) Environments.parse("maze/forage:size=" + size).create();
    }
}
