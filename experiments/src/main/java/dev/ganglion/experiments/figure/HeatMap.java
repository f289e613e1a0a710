package dev.ganglion.experiments.figure;

import dev.ganglion.experiments.picture.Axis;
import java.util.List;
import java.util.Locale;

/**
 * Numbers in rows and columns, the darker the higher.
 *
 * @param name what its file is called
 * @param title what it shows
 * @param vertical what the rows are
 * @param horizontal what the columns are
 * @param rows names of the rows
 * @param columns names of the columns
 * @param values {@code [row][column]}; NaN where there is none
 */
public record HeatMap(
        String name,
        String title,
        String vertical,
        String horizontal,
        List<String> rows,
        List<String> columns,
        List<List<Double>> values) {
    private static final int CELL_HEIGHT = 34;
    private static final int WIDTH = 560;
    private static final int TOP = 48;

    /** Copies the lists. */
    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
    }

    /** Draws it. */
    public Figure figure() {
        Marks marks = new Marks();
        double left = 34 + rows.stream().mapToDouble(Marks::width).max().orElse(0);
        double width = (WIDTH - left - 10) / Math.max(1, columns.size());
        double most = values.stream()
                .flatMap(List::stream)
                .filter(value -> !value.isNaN())
                .mapToDouble(value -> value)
                .max()
                .orElse(1);
        marks.text("label", left + columns.size() * width / 2, 16, "middle", horizontal);
        for (int column = 0; column < columns.size(); column++) {
            marks.text("tick", left + (column + 0.5) * width, TOP - 10.0, "middle", columns.get(column));
        }
        marks.upright(14, TOP + rows.size() * CELL_HEIGHT / 2.0, vertical);
        for (int row = 0; row < rows.size(); row++) {
            marks.text("tick", left - 8, TOP + (row + 0.5) * CELL_HEIGHT + 4.5, "end", rows.get(row));
            for (int column = 0; column < columns.size(); column++) {
                cell(marks, values.get(row).get(column), most, left + column * width, TOP + row * CELL_HEIGHT, width);
            }
        }
        return new Figure(name, title, WIDTH, TOP + rows.size() * CELL_HEIGHT + 14, marks.toString());
    }

    private static void cell(Marks marks, double value, double most, double x, double y, double width) {
        if (Double.isNaN(value)) {
            marks.rectangle("void", x + 1, y + 1, width - 2, CELL_HEIGHT - 2.0, "");
            marks.text("tick", x + width / 2, y + CELL_HEIGHT / 2.0 + 4.5, "middle", "–");
            return;
        }
        double share = most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
        String heat = String.format(Locale.ROOT, "fill-opacity=\"%.2f\"", 0.08 + 0.84 * share);
        marks.rectangle("heat", x + 1, y + 1, width - 2, CELL_HEIGHT - 2.0, heat);
        marks.text(
                share > 0.55 ? "on-heat" : "tick",
                x + width / 2,
                y + CELL_HEIGHT / 2.0 + 4.5,
                "middle",
                value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : Axis.label(Math.rint(value * 100) / 100));
    }
}
