package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Sign;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A connectome as a circuit laid out along the body: head left, dorsal above, ventral below, colour by class, sign by
 * arrow head, width by weight.
 *
 * <p>Every class of motor neuron has a lane, and a motor neuron stands over the muscles that it drives; other neurons
 * share a lane for each role and stand where their cell bodies lie, or as near as there is room. Only the strongest
 * connections are drawn, and the picture says how many of how many.
 */
public final class CircuitDrawing {
    private static final double WIDTH = 1600;
    private static final double LEGEND_HEIGHT = 180;

    private final Connectome connectome;
    private final Map<String, Neuron> neurons;
    private final Palette palette;
    private final BodyLayout layout;
    private final Svg svg;

    private CircuitDrawing(Connectome connectome, DrawingOptions options) {
        this.connectome = connectome;
        neurons = connectome.neuronsByName();
        palette = new Palette(connectome);
        layout = new BodyLayout(connectome);
        svg = new Svg(WIDTH, layout.bottom() + LEGEND_HEIGHT, connectome.name(), options.theme());
    }

    /** The text of the SVG file; the same connectome and options give the same text. */
    public static String svg(Connectome connectome, DrawingOptions options) {
        CircuitDrawing drawing = new CircuitDrawing(connectome, options);
        Selection junctions = Selection.gapJunctions(connectome, options);
        Selection ontoMuscle = Selection.ontoMuscle(connectome, drawing.layout, options);
        Selection chemical = Selection.amongNeurons(connectome, options);
        drawing.ground();
        drawing.gapJunctions(junctions);
        drawing.wires(ontoMuscle);
        drawing.wires(chemical);
        drawing.muscles();
        drawing.neurons();
        drawing.legend(List.of(chemical.caption(), junctions.caption(), ontoMuscle.caption()));
        return drawing.svg.finish();
    }

    private void ground() {
        svg.text(BodyLayout.LEFT, 46, 26, "start", "class=\"ink\" font-weight=\"600\"", connectome.name());
        svg.text(
                BodyLayout.LEFT,
                72,
                15,
                "start",
                "class=\"faint\"",
                connectome.neurons().size() + " neurons, "
                        + connectome.muscles().size() + " muscles, "
                        + connectome.chemical().size() + " chemical connections, "
                        + connectome.gapJunctions().size() + " gap junctions");
        double top = layout.top() - 14;
        double height = layout.bottom() - layout.top() + 28;
        svg.rectangle(BodyLayout.LEFT - 14, top, BodyLayout.RIGHT - BodyLayout.LEFT + 28, height, 60, "class=\"body\"");
        svg.text(BodyLayout.LEFT, top - 8, 13, "start", "class=\"faint\"", "head");
        svg.text(BodyLayout.RIGHT, top - 8, 13, "end", "class=\"faint\"", "tail");
        for (BodyLayout.Lane lane : layout.lanes()) {
            svg.text(BodyLayout.LEFT - 26, lane.y() + 5, 14, "end", "class=\"ink\" font-weight=\"600\"", lane.name());
        }
    }

    private void gapJunctions(Selection junctions) {
        for (Selection.Line line : junctions.lines()) {
            BodyLayout.Spot a = layout.spot(line.pre());
            BodyLayout.Spot b = layout.spot(line.post());
            double sag = Math.abs(a.y() - b.y()) < 1 ? 22 : 0;
            svg.path(
                    "M" + Svg.point(a.x(), a.y()) + "Q"
                            + Svg.point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2 + sag) + " "
                            + Svg.point(b.x(), b.y()),
                    "fill=\"none\" class=\"openline\" stroke-dasharray=\"2 4\" stroke-opacity=\"0.6\" stroke-width=\"%s\""
                            .formatted(Svg.number(junctions.width(line))));
        }
    }

    private void wires(Selection selection) {
        for (Selection.Line line : selection.lines()) {
            Wire.draw(
                    svg,
                    layout.spot(line.pre()),
                    layout.spot(line.post()),
                    line.sign(),
                    selection.width(line),
                    palette.colour(Objects.requireNonNull(neurons.get(line.pre()))));
        }
    }

    private void muscles() {
        for (Muscle muscle : connectome.muscles()) {
            cell(layout.spot(muscle.name()), 4, "fill=\"#c08277\"", 10);
        }
    }

    private void neurons() {
        for (Neuron neuron : connectome.neurons()) {
            BodyLayout.Spot spot = layout.spot(neuron.name());
            String look = "fill=\"%s\" class=\"halo\" stroke-width=\"1.5\"".formatted(palette.colour(neuron));
            cell(spot, spot.halfHeight(), look, 11);
        }
    }

    private void cell(BodyLayout.Spot spot, double corner, String look, double textSize) {
        svg.rectangle(
                spot.x() - spot.halfWidth(),
                spot.y() - spot.halfHeight(),
                2 * spot.halfWidth(),
                2 * spot.halfHeight(),
                corner,
                look);
        svg.text(
                spot.x(),
                spot.y() + textSize * 0.36,
                textSize,
                "middle",
                "fill=\"#ffffff\" font-weight=\"600\"",
                spot.label());
    }

    private void legend(List<String> captions) {
        double y = layout.bottom() + 52;
        double x = BodyLayout.LEFT;
        for (Map.Entry<String, String> group : palette.legend().entrySet()) {
            svg.rectangle(x, y - 9, 18, 12, 6, "fill=\"" + group.getValue() + "\"");
            svg.text(x + 25, y + 2, 14, "start", "class=\"ink\"", group.getKey());
            x += 48 + 9 * group.getKey().length();
        }
        y += 34;
        x = sample(BodyLayout.LEFT, y, Sign.EXCITATORY, "excitatory");
        x = sample(x, y, Sign.INHIBITORY, "inhibitory");
        x = sample(x, y, Sign.UNKNOWN, "sign open");
        svg.line(x, y - 3, x + 34, y - 3, "class=\"openline\" stroke-dasharray=\"2 4\" stroke-width=\"2.5\"");
        svg.text(x + 42, y + 2, 14, "start", "class=\"ink\"", "gap junction");
        svg.text(x + 170, y + 2, 14, "start", "class=\"faint\"", "width: square root of weight");
        for (String caption : captions) {
            y += 21;
            svg.text(BodyLayout.LEFT, y + 11, 13, "start", "class=\"faint\"", "Drawn: " + caption);
        }
    }

    private double sample(double x, double y, Sign sign, String word) {
        svg.open("transform=\"rotate(-90 %s %s)\"".formatted(Svg.number(x + 34), Svg.number(y - 3)));
        svg.line(x + 34, y - 37, x + 34, y - 8, "class=\"openline\" stroke-width=\"2\"");
        Wire.head(svg, x + 34, y - 3, 1, sign, 2, "#8a929d");
        svg.close();
        svg.text(x + 42, y + 2, 14, "start", "class=\"ink\"", word);
        return x + 66 + 8 * word.length();
    }
}
