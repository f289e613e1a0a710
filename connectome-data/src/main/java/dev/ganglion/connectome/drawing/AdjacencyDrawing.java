package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.GapJunction;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.Synapse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connectome as a matrix: who signals (rows) to whom (columns), cells ordered by role and class, colour by sign, strength
 * of colour by weight, a dot for a gap junction.
 */
public final class AdjacencyDrawing {
    private static final double LEFT = 170;
    private static final double TOP = 172;
    private static final double WIDEST = 1390;
    private static final double LARGEST_CELL = 8;
    private static final double LEAST_WIDTH = 760;

    /** A class narrower than this has no room for its name. */
    private static final double LEAST_NAMED = 11;

    private final Connectome connectome;
    private final DrawingOptions options;
    private final CellOrder rows;
    private final CellOrder columns;
    private final double cell;
    private final Svg svg;

    private AdjacencyDrawing(Connectome connectome, DrawingOptions options) {
        this.connectome = connectome;
        this.options = options;
        rows = CellOrder.ofNeurons(connectome);
        columns = rows.withMuscles(connectome);
        cell = Math.min(LARGEST_CELL, WIDEST / Math.max(1, columns.size()));
        svg = new Svg(
                LEFT + Math.max(width(), LEAST_WIDTH) + 40,
                TOP + height() + 90,
                connectome.name() + ", adjacency",
                options.theme());
    }

    private double width() {
        return cell * columns.size();
    }

    private double height() {
        return cell * rows.size();
    }

    /** The text of the SVG file; the same connectome and options give the same text. */
    public static String svg(Connectome connectome, DrawingOptions options) {
        AdjacencyDrawing drawing = new AdjacencyDrawing(connectome, options);
        drawing.heading();
        drawing.entries();
        drawing.margins(drawing.rows, false);
        drawing.margins(drawing.columns, true);
        drawing.legend();
        return drawing.svg.finish();
    }

    private void heading() {
        svg.text(LEFT, 46, 26, "start", "class=\"ink\" font-weight=\"600\"", connectome.name());
        svg.text(
                LEFT,
                72,
                15,
                "start",
                "class=\"faint\"",
                "rows signal to columns; cells by role and class, muscles from head to tail");
        svg.rectangle(LEFT, TOP, width(), height(), 0, "class=\"body\"");
    }

    private void entries() {
        Map<String, Integer> rowOf = rows.numbers();
        Map<String, Integer> columnOf = columns.numbers();
        double heaviest = connectome.chemical().stream()
                .mapToDouble(Synapse::weight)
                .max()
                .orElse(1);
        for (Synapse synapse : connectome.chemical()) {
            svg.rectangle(
                    LEFT + cell * Objects.requireNonNull(columnOf.get(synapse.post())),
                    TOP + cell * Objects.requireNonNull(rowOf.get(synapse.pre())),
                    cell,
                    cell,
                    0,
                    "fill=\"%s\" fill-opacity=\"%s\""
                            .formatted(
                                    Palette.ofSign(synapse.sign(options.reading())),
                                    Svg.number(strength(synapse.weight(), heaviest))));
        }
        for (GapJunction junction : connectome.gapJunctions()) {
            dot(rowOf.get(junction.first()), columnOf.get(junction.second()));
            dot(rowOf.get(junction.second()), columnOf.get(junction.first()));
        }
    }

    /** From a visible minimum for the weakest connection to 1 for the strongest, by the logarithm of the weight. */
    private static double strength(double weight, double heaviest) {
        return 0.3 + 0.7 * Math.log1p(weight) / Math.log1p(heaviest);
    }

    private void dot(@Nullable Integer row, @Nullable Integer column) {
        if (row != null && column != null) {
            svg.circle(LEFT + cell * (column + 0.5), TOP + cell * (row + 0.5), cell * 0.19, "class=\"ink\"");
        }
    }

    /** Names and dividing lines of the classes that have room for them, and of the roles. */
    private void margins(CellOrder order, boolean atTop) {
        double start = 0;
        for (CellOrder.Group group : order.groups()) {
            double end = start + cell * group.cells().size();
            if (end - start >= LEAST_NAMED) {
                name((start + end) / 2, 8, 11, "class=\"ink\"", group.name(), atTop);
                divide(end, 0.6, atTop);
            }
            start = end;
        }
        bands(order, atTop);
    }

    private void bands(CellOrder order, boolean atTop) {
        double start = 0;
        double free = 0;
        for (CellOrder.Group band : order.bands().groups()) {
            double end = start + cell * band.cells().size();
            double room = atTop ? 4.2 * band.name().length() : 8;
            double middle = Math.max((start + end) / 2, atTop ? room : 0);
            // A narrow role beside another has no room for its name.
            if (middle - room >= free) {
                name(middle, 66, 13, "class=\"faint\" font-weight=\"600\"", band.name(), atTop);
                free = middle + room;
            }
            divide(end, 1.6, atTop);
            start = end;
        }
    }

    private void name(double middle, double distance, double size, String look, String name, boolean atTop) {
        boolean band = distance > 20;
        if (atTop) {
            double x = LEFT + middle;
            double y = TOP - distance;
            String turn = band ? "" : " transform=\"rotate(-60 %s %s)\"".formatted(Svg.number(x), Svg.number(y));
            svg.text(band ? x : x + 3, y, size, band ? "middle" : "start", look + turn, name);
        } else {
            svg.text(LEFT - distance, TOP + middle + size * 0.36, size, "end", look, name);
        }
    }

    private void divide(double at, double width, boolean vertical) {
        String look = "class=\"rule\" stroke-width=\"" + Svg.number(width) + "\"";
        if (vertical) {
            svg.line(LEFT + at, TOP, LEFT + at, TOP + height(), look);
        } else {
            svg.line(LEFT, TOP + at, LEFT + width(), TOP + at, look);
        }
    }

    private void legend() {
        double y = TOP + height() + 44;
        double x = swatch(LEFT, y, Sign.EXCITATORY, "excitatory");
        x = swatch(x, y, Sign.INHIBITORY, "inhibitory");
        x = swatch(x, y, Sign.UNKNOWN, "sign open");
        svg.circle(x + 7, y - 1, 2.5, "class=\"ink\"");
        svg.text(x + 20, y + 4, 14, "start", "class=\"ink\"", "gap junction");
        svg.text(x + 140, y + 4, 14, "start", "class=\"faint\"", "stronger colour: larger weight (logarithm)");
    }

    private double swatch(double x, double y, Sign sign, String word) {
        double heaviest = 20;
        for (int i = 0; i < 3; i++) {
            svg.rectangle(
                    x + 15 * i,
                    y - 8,
                    14,
                    14,
                    0,
                    "fill=\"%s\" fill-opacity=\"%s\""
                            .formatted(Palette.ofSign(sign), Svg.number(strength(1 + 9.5 * i, heaviest))));
        }
        svg.text(x + 52, y + 4, 14, "start", "class=\"ink\"", word);
        return x + 76 + 8 * word.length();
    }
}
