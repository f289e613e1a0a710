package dev.ganglion.experiments.figure;

import dev.ganglion.experiments.picture.Axis;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Estimates below one another, each a dot with its interval, and a hollow dot for what it was before.
 *
 * @param name what its file is called
 * @param title what it shows
 * @param horizontal name of the axis
 * @param rows the estimates, from top to bottom
 */
public record IntervalChart(String name, String title, String horizontal, List<Row> rows) {
    private static final int WIDTH = 560;
    private static final int ROW = 26;
    private static final int TOP = 12;
    private static final int RIGHT = 24;
    private static final int BELOW = 50;
    private static final int WIDEST_LABEL = 270;

    /** Copies the list. */
    public IntervalChart {
        rows = List.copyOf(rows);
    }

    /**
     * An estimate.
     *
     * @param label what of
     * @param colour number of its colour
     * @param estimate the dot
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param before the hollow dot; NaN for none
     */
    public record Row(String label, int colour, double estimate, double low, double high, double before) {}

    /** Draws it. */
    public Figure figure() {
        Marks marks = new Marks();
        double left = 14
                + Math.min(
                        WIDEST_LABEL,
                        rows.stream()
                                .mapToDouble(row -> Marks.width(row.label))
                                .max()
                                .orElse(0));
        double[] values = rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.low, row.high, row.estimate, row.before))
                .filter(Double::isFinite)
                .toArray();
        double least = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double most = Math.max(0, DoubleStream.of(values).max().orElse(1));
        Axis axis = Axis.around(least, most > least ? most : least + 1, 5);
        double floor = TOP + rows.size() * (double) ROW;
        for (double tick : axis.ticks()) {
            double x = x(axis, tick, left);
            marks.line(tick == 0 ? "axis" : "grid", x, TOP, x, floor);
            marks.text("tick", x, floor + 18, "middle", Axis.label(tick));
        }
        marks.text("label", (left + WIDTH - RIGHT) / 2, floor + 38, "middle", horizontal);
        for (int i = 0; i < rows.size(); i++) {
            draw(marks, axis, rows.get(i), left, TOP + (i + 0.5) * ROW);
        }
        return new Figure(name, title, WIDTH, (int) floor + BELOW, marks.toString());
    }

    private static void draw(Marks marks, Axis axis, Row row, double left, double y) {
        String colour = Marks.colour(row.colour);
        marks.text("label", left - 10, y + 4.5, "end", shortened(row.label));
        if (Double.isFinite(row.before)) {
            marks.dot("hollow " + colour, x(axis, row.before, left), y, 4);
        }
        marks.line("line " + colour, x(axis, row.low, left), y, x(axis, row.high, left), y);
        marks.dot("dot " + colour, x(axis, row.estimate, left), y, 5);
    }

    private static String shortened(String label) {
        int most = (int) (WIDEST_LABEL / Marks.width("x"));
        return label.length() <= most ? label : label.substring(0, most - 1) + "…";
    }

    private static double x(Axis axis, double value, double left) {
        return left + axis.place(value) * (WIDTH - RIGHT - left);
    }
}
