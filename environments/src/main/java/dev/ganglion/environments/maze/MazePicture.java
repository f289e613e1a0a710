package dev.ganglion.environments.maze;

import dev.ganglion.environments.render.Scene;
import java.util.List;
import java.util.stream.Stream;

/** A maze as a scene: one metre a cell, row 0 at the top, the lower left corner at the origin. */
final class MazePicture {
    private static final double PILLAR_RADIUS = 0.5;
    private static final double FORAGER_RADIUS = 0.35;
    private static final double GOAL_RADIUS = 0.4;

    private MazePicture() {}

    static Scene of(MazeGrid grid, Cell forager, Cell goal) {
        double x = x(forager);
        double y = y(grid, forager);
        Stream<Scene.Marker> pillars = grid.pillars().stream().map(cell -> marker("wall", grid, cell, PILLAR_RADIUS));
        Stream<Scene.Marker> target = Stream.of(marker("target", grid, goal, GOAL_RADIUS));
        return new Scene(
                List.of(new Scene.Link(x, y, x, y, FORAGER_RADIUS)),
                List.of(),
                border(grid.size()),
                Stream.concat(pillars, target).toList(),
                x,
                y,
                grid.size());
    }

    private static Scene.Marker marker(String kind, MazeGrid grid, Cell cell, double radius) {
        return new Scene.Marker(kind, x(cell), y(grid, cell), radius);
    }

    private static List<Scene.Point> border(int size) {
        double far = size - 1;
        return List.of(
                new Scene.Point(1, 1),
                new Scene.Point(far, 1),
                new Scene.Point(far, far),
                new Scene.Point(1, far),
                new Scene.Point(1, 1));
    }

    private static double x(Cell cell) {
        return cell.column() + 0.5;
    }

    private static double y(MazeGrid grid, Cell cell) {
        return grid.size() - cell.row() - 0.5;
    }
}
