package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The strongest connections of a kind, which are drawn, and what is said about the others.
 *
 * @param lines what is drawn, the weakest first
 * @param heaviest the largest weight, which is drawn widest
 * @param caption how many of how many are drawn
 */
record Selection(List<Line> lines, double heaviest, String caption) {
    /**
     * A connection as it is drawn.
     *
     * @param pre the source
     * @param post the target
     * @param sign the sign; unknown for a gap junction
     * @param weight the weight
     */
    record Line(String pre, String post, Sign sign, double weight) {
        static Line of(Synapse synapse, SignReading reading) {
            return new Line(synapse.pre(), synapse.post(), synapse.sign(reading), synapse.weight());
        }
    }

    /** Chemical connections from one neuron to another. */
    static Selection amongNeurons(Connectome connectome, DrawingOptions options) {
        Map<String, Neuron> neurons = connectome.neuronsByName();
        return strongest(
                connectome.chemical().stream()
                        .filter(synapse -> neurons.containsKey(synapse.post()) && !synapse.isLoop())
                        .map(synapse -> Line.of(synapse, options.reading()))
                        .toList(),
                "chemical connections among neurons",
                options);
    }

    /** Gap junctions between neurons. */
    static Selection gapJunctions(Connectome connectome, DrawingOptions options) {
        Map<String, Neuron> neurons = connectome.neuronsByName();
        return strongest(
                connectome.gapJunctions().stream()
                        .filter(junction ->
                                neurons.containsKey(junction.first()) && neurons.containsKey(junction.second()))
                        .map(junction -> new Line(junction.first(), junction.second(), Sign.UNKNOWN, junction.weight()))
                        .toList(),
                "gap junctions among neurons",
                options);
    }

    /**
     * Connections onto muscle. Those of one neuron onto the left and the right muscle of a row are added up and lead to
     * the one of the two that is drawn further in.
     */
    static Selection ontoMuscle(Connectome connectome, BodyLayout layout, DrawingOptions options) {
        Map<String, Muscle> muscles = connectome.musclesByName();
        double middle = (layout.top() + layout.bottom()) / 2;
        Map<String, String> innermost = new HashMap<>();
        connectome.muscles().stream()
                .sorted(Comparator.comparingDouble(
                        (Muscle muscle) -> -Math.abs(layout.spot(muscle.name()).y() - middle)))
                .forEach(muscle -> innermost.put(place(muscle), muscle.name()));
        Map<List<String>, Line> sums = new LinkedHashMap<>();
        for (Synapse synapse : connectome.chemical()) {
            Muscle muscle = muscles.get(synapse.post());
            if (muscle != null) {
                String target = Objects.requireNonNull(innermost.get(place(muscle)));
                sums.merge(
                        List.of(synapse.pre(), target),
                        Line.of(synapse.between(synapse.pre(), target), options.reading()),
                        (a, b) -> new Line(a.pre(), a.post(), a.sign(), a.weight() + b.weight()));
            }
        }
        return strongest(List.copyOf(sums.values()), "connections onto muscle, left and right taken together", options);
    }

    private static String place(Muscle muscle) {
        return (muscle.quadrant().isDorsal() ? "dorsal " : "ventral ") + muscle.row();
    }

    /**
     * As many as the options allow, the strongest; where the cut would fall between connections of one weight, those are
     * left out too, unless all are of that weight.
     */
    private static Selection strongest(List<Line> all, String what, DrawingOptions options) {
        List<Line> falling = new ArrayList<>(all);
        falling.sort(Comparator.comparingDouble(Line::weight).reversed());
        if (falling.isEmpty()) {
            return new Selection(List.of(), 1, "no " + what);
        }
        double heaviest = falling.get(0).weight();
        List<Line> drawn = falling;
        String caption = "all " + all.size() + " " + what;
        if (all.size() > options.mostConnections()) {
            double cut = falling.get(options.mostConnections()).weight();
            drawn = falling.stream()
                    .filter(line -> line.weight() > cut || cut == heaviest)
                    .toList();
            double least = drawn.get(drawn.size() - 1).weight();
            caption = drawn.size() + " of " + all.size() + " " + what + " (weight at least " + Svg.number(least) + ")";
        }
        List<Line> rising = new ArrayList<>(drawn);
        Collections.reverse(rising);
        return new Selection(rising, heaviest, caption);
    }

    /** The width of a line in pixels. */
    double width(Line line) {
        return 0.5 + 3.2 * Math.sqrt(line.weight() / heaviest);
    }
}
