package dev.ganglion.experiments.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines over a common axis, each with a band if it has one.
 *
 * @param name what its file is called
 * @param title what it shows
 * @param horizontal name of the horizontal axis
 * @param vertical name of the vertical axis
 * @param series the lines
 */
public record LineChart(String name, String title, String horizontal, String vertical, List<Series> series) {
    private static final int WIDTH = 560;
    private static final int PLOT_HEIGHT = 250;
    private static final int LEFT = 62;
    private static final int RIGHT = 18;
    private static final int TOP = 14;
    private static final int BELOW = 46;
    private static final int LEGEND_LINE = 20;
    private static final double DOT = 3.5;

    /** Copies the list. */
    public LineChart {
        series = List.copyOf(series);
    }

    /**
     * A line.
     *
     * @param label its name
     * @param colour number of its colour
     * @param points from left to right
     */
    public record Series(String label, int colour, List<Point> points) {
        /** Copies the list. */
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a line.
     *
     * @param x its place
     * @param y its height
     * @param low lower end of the band, or {@code y}
     * @param high upper end of the band, or {@code y}
     */
    public record Point(double x, double y, double low, double high) {}

    /** Draws it over even axes. */
    public Figure figure() {
        return figure(
                Scale.even(
                        6, series.stream().flatMap(line -> line.points.stream()).mapToDouble(Point::x)),
                Scale.even(
                        5,
                        series.stream()
                                .flatMap(line -> line.points.stream())
                                .flatMapToDouble(point -> DoubleStream.of(point.low, point.high))));
    }

    /** Draws it over given axes, with a dot at each point where they are not even. */
    Figure figure(Scale across, Scale up) {
        return new Drawing(across, up).figure();
    }

    /** The chart being drawn. */
    private final class Drawing {
        private final Marks marks = new Marks();
        private final Scale across;
        private final Scale up;

        Drawing(Scale across, Scale up) {
            this.across = across;
            this.up = up;
        }

        Figure figure() {
            frame();
            series.forEach(this::band);
            series.forEach(this::line);
            int height = legend(TOP + PLOT_HEIGHT + BELOW + 16);
            return new Figure(name, title, WIDTH, height, marks.toString());
        }

        private void frame() {
            for (Scale.Tick tick : up.ticks()) {
                marks.line("grid", LEFT, y(tick.value()), (double) WIDTH - RIGHT, y(tick.value()));
                marks.text("tick", LEFT - 8, y(tick.value()) + 4, "end", tick.label());
            }
            double floor = TOP + PLOT_HEIGHT;
            for (Scale.Tick tick : across.ticks()) {
                marks.line("axis", x(tick.value()), floor, x(tick.value()), floor + 5);
                marks.text("tick", x(tick.value()), floor + 19, "middle", tick.label());
            }
            marks.line("axis", LEFT, floor, (double) WIDTH - RIGHT, floor);
            marks.text("label", (LEFT + WIDTH - RIGHT) / 2.0, floor + 38, "middle", horizontal);
            marks.upright(16, TOP + PLOT_HEIGHT / 2.0, vertical);
        }

        private void band(Series line) {
            if (line.points.stream().allMatch(point -> point.low == point.high)) {
                return;
            }
            List<Marks.Point> outline = new ArrayList<>();
            line.points.forEach(point -> outline.add(new Marks.Point(x(point.x), y(point.low))));
            List<Point> back = new ArrayList<>(line.points);
            Collections.reverse(back);
            back.forEach(point -> outline.add(new Marks.Point(x(point.x), y(point.high))));
            marks.polygon("band " + Marks.colour(line.colour), outline);
        }

        private void line(Series line) {
            marks.polyline(
                    "line " + Marks.colour(line.colour),
                    line.points.stream()
                            .map(point -> new Marks.Point(x(point.x), y(point.y)))
                            .toList());
            if (!(up instanceof Scale.Even)) {
                line.points.forEach(
                        point -> marks.dot("dot " + Marks.colour(line.colour), x(point.x), y(point.y), DOT));
            }
        }

        /** The names of the lines below the plot, as many in a row as there is room for. */
        private int legend(int first) {
            double x = LEFT;
            int y = first;
            for (Series line : series) {
                double width = 34 + Marks.width(line.label);
                if (x > LEFT && x + width > WIDTH - RIGHT) {
                    x = LEFT;
                    y += LEGEND_LINE;
                }
                marks.line("line " + Marks.colour(line.colour), x, y - 4.0, x + 20, y - 4.0);
                marks.text("legend", x + 26, y, "start", line.label);
                x += width + 10;
            }
            return y + 12;
        }

        private double x(double value) {
            return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
        }

        private double y(double value) {
            return TOP + (1 - up.place(value)) * PLOT_HEIGHT;
        }
    }
}
