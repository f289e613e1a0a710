package dev.ganglion.environments.maze;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A forager in a grid maze looks for a goal that it cannot see, is paid and thrown elsewhere each time it finds it,
 * and has to find its way back. The goal stays for the whole episode, so whoever remembers it earns more.
 *
 * <p>Rules, observation and quirks follow the maze task of Rodriguez, Guo and Moraitis (ICML 2022, "Short-term
 * plasticity neurons learning to learn and forget", code {@code Maze/Scripts/run_maze.py}), which goes back to Miconi
 * et al. (2018, "Differentiable plasticity"): the observation has one component that is always 0 and one that is
 * always 1, action 0 is marked as the previous one before the first step, and the goal and the landing cells are drawn
 * from all free cells, the centre included.
 *
 * <p>The end of an episode is a true end ({@link StepStatus#TERMINATED}), since the time left is observed and the goal
 * moves with the next episode; the source gives the last step no bootstrap either.
 */
final class MazeForage implements Environment {
    /** Paid for reaching the goal. */
    static final double GOAL_REWARD = 10;

    private static final int VIEW_RADIUS = 1;
    private static final List<Move> MOVES = List.of(Move.values());

    private final Discrete moves = new Discrete("forager/move", Move.names());
    private final EnvironmentSpec spec;
    private final MazeGrid grid;
    private final List<Cell> freeCells;
    private RandomGenerator landings;
    private Cell position;
    private Cell goal;
    private Move previousMove = Move.UP;
    private double reward;
    private int time;
    private boolean running;
    private int goals;
    private int bumps;

    MazeForage(String name, int size, int timeLimitSteps) {
        this.grid = new MazeGrid(size);
        this.freeCells = grid.freeCells();
        this.spec = new EnvironmentSpec(name, 1, new Box(observedSignals()), moves, 1, timeLimitSteps);
        this.landings = RandomStreams.named(0, "landings");
        this.position = grid.centre();
        this.goal = grid.centre();
    }

    private static Signals observedSignals() {
        return Signals.of(
                Signal.scalar("view/walls", "1").withSize(9).within(0, 1),
                Signal.scalar("unused", "1").within(0, 1),
                Signal.scalar("bias", "1").within(0, 1),
                Signal.scalar("time", "1").within(0, 1),
                Signal.scalar("previous/reward", "1").within(0, GOAL_REWARD),
                Signal.scalar("previous/move", "1").withSize(MOVES.size()).within(0, 1));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        goal = draw(RandomStreams.named(seed, "maze/goal"));
        landings = RandomStreams.named(seed, "maze/landings");
        position = grid.centre();
        previousMove = Move.UP;
        reward = 0;
        time = 0;
        goals = 0;
        bumps = 0;
        running = true;
        observe(observation, offset);
    }

    private Cell draw(RandomGenerator random) {
        return freeCells.get(random.nextInt(freeCells.size()));
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        if (!running) {
            throw new IllegalStateException(spec.name() + ": no episode is running; reset first");
        }
        previousMove = Move.of(moves.index(action[actionOffset]));
        Cell next = grid.step(position, previousMove);
        bumps += next.equals(position) ? 1 : 0;
        boolean found = next.equals(goal);
        position = found ? landing() : next;
        reward = found ? GOAL_REWARD : 0;
        goals += found ? 1 : 0;
        time++;
        running = time < spec.timeLimitSteps();
        observe(observation, observationOffset);
        return running ? StepStatus.RUNNING : StepStatus.TERMINATED;
    }

    /** A random free cell that is not the goal. */
    private Cell landing() {
        Cell cell;
        do {
            cell = draw(landings);
        } while (cell.equals(goal));
        return cell;
    }

    private void observe(float[] observation, int offset) {
        int next = offset;
        for (int row = -VIEW_RADIUS; row <= VIEW_RADIUS; row++) {
            for (int column = -VIEW_RADIUS; column <= VIEW_RADIUS; column++) {
                Cell seen = new Cell(position.row() + row, position.column() + column);
                observation[next++] = grid.isWall(seen) ? 1 : 0;
            }
        }
        observation[next++] = 0;
        observation[next++] = 1;
        observation[next++] = (float) time / spec.timeLimitSteps();
        observation[next++] = (float) reward;
        for (Move move : MOVES) {
            observation[next++] = move == previousMove ? 1 : 0;
        }
    }

    @Override
    public double reward() {
        return reward;
    }

    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> measurements = new LinkedHashMap<>();
        measurements.put("goals_reached", (double) goals);
        measurements.put("wall_bumps", (double) bumps);
        return measurements;
    }

    @Override
    public Scene scene() {
        return MazePicture.of(grid, position, goal);
    }

    /** Where the forager is. */
    Cell position() {
        return position;
    }

    /** The hidden goal of the episode. */
    Cell goal() {
        return goal;
    }
}
