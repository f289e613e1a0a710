package dev.ganglion.environments.maze;

import dev.ganglion.environments.StepStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a forager that knows the goal and walks shortest paths earns, exactly and in play. */
final class OptimalForager {
    private static final List<Move> MOVES = List.of(Move.values());

    private OptimalForager() {}

    /** Shortest path from every free cell to the goal, by breadth-first search. */
    static Map<Cell, Integer> distances(MazeGrid grid, Cell goal) {
        Map<Cell, Integer> distances = new HashMap<>(Map.of(goal, 0));
        List<Cell> frontier = List.of(goal);
        for (int distance = 1; !frontier.isEmpty(); distance++) {
            Set<Cell> next = new LinkedHashSet<>();
            for (Cell cell : frontier) {
                for (Move move : MOVES) {
                    next.add(grid.step(cell, move));
                }
            }
            next.removeAll(distances.keySet());
            for (Cell cell : next) {
                distances.put(cell, distance);
            }
            frontier = List.copyOf(next);
        }
        return distances;
    }

    /**
     * Expected return of an episode, by renewal: the return with n steps left after a landing is the mean over landing
     * cells, of 10 plus the return with as many fewer steps as the path is long.
     */
    static double expectedReturn(MazeGrid grid, int steps) {
        return grid.freeCells().stream()
                .mapToDouble(goal -> expectedReturn(grid, goal, steps))
                .average()
                .orElseThrow();
    }

    private static double expectedReturn(MazeGrid grid, Cell goal, int steps) {
        Map<Cell, Integer> distances = distances(grid, goal);
        List<Integer> paths =
                distances.values().stream().filter(distance -> distance > 0).toList();
        double[] afterLanding = new double[steps + 1];
        for (int left = 1; left <= steps; left++) {
            double sum = 0;
            for (int path : paths) {
                sum += path <= left ? MazeForage.GOAL_REWARD + afterLanding[left - path] : 0;
            }
            afterLanding[left] = sum / paths.size();
        }
        // A forager that begins on the goal has to leave it and come back: two steps.
        int first = distances.getOrDefault(grid.centre(), 0);
        return MazeForage.GOAL_REWARD + afterLanding[steps - (first == 0 ? 2 : first)];
    }

    /** Plays one episode and returns what it earned. */
    static double play(MazeForage maze, MazeGrid grid, long seed) {
        float[] observation = new float[maze.spec().observation().size()];
        float[] action = new float[1];
        maze.reset(seed, observation, 0);
        Map<Cell, Integer> distances = distances(grid, maze.goal());
        double total = 0;
        StepStatus status;
        do {
            action[0] = MOVES.indexOf(towardsGoal(grid, distances, maze.position()));
            status = maze.step(action, 0, observation, 0);
            total += maze.reward();
        } while (!status.isDone());
        return total;
    }

    private static Move towardsGoal(MazeGrid grid, Map<Cell, Integer> distances, Cell position) {
        return MOVES.stream()
                .filter(move -> !grid.step(position, move).equals(position))
                .min(Comparator.comparingInt(move -> distances.getOrDefault(grid.step(position, move), 0)))
                .orElseThrow();
    }
}
