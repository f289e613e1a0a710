package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.Width;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of {@code circuitnet}, and the design that they ask for. */
final class CircuitNetOptions {
    /** Pair products grow with the third power of a unit's neurons: 2 million at this size. */
    static final int MOST_NEURONS = 128;

    static final OptionSet SET = OptionSet.of(
            "circuitnet",
            new Option.Whole("units", 8, 1, 256, "", "Number of circuit motif units."),
            new Option.Whole("neurons", 16, 1, MOST_NEURONS, "", "Neurons of a unit."),
            Width.match("neurons"),
            new Option.Whole(
                    "ports", 4, 1, MOST_NEURONS, "", "Neurons of a unit that hear others, and as many that are heard."),
            new Option.Whole("iterations", 2, 1, 64, "", "How often signals are passed on in a control step."),
            new Option.Text(
                    "operators",
                    "full",
                    "core|full|(linear|product|attention)(\\+(linear|product|attention))*",
                    "core (linear+product), full (all three), or some of linear, product, attention joined by +",
                    "How the neurons of a unit act on one another."),
            new Option.Whole("rank", 0, 0, 512, "", "Rank of the pair products; 0 for all of them."),
            Option.Choice.onOff("layer-norm", true, "Whether the neurons' input is normalised within a unit."),
            new Option.Choice("activation", "clip-sin", List.of("clip-sin", "tanh"), "What neurons do."),
            new Option.Choice(
                    "graph",
                    "ring",
                    List.of("ring", "regular", "small-world", "complete", "none", "worm-classes", "worm-communities"),
                    "Which units hear which; those of the worm have a unit for each class of its locomotion circuit, or"
                            + " for each community of its neurons, whatever units says."),
            new Option.Whole("radius", 2, 1, 128, "", "How far a unit hears along the ring."),
            new Option.Whole(
                    "degree", 4, 1, 255, "", "Other units that a unit is joined with, regular or small-world."),
            new Option.Real("rewiring", 0.2, 0, 1, "", "Share of a small world's joints that lead elsewhere."),
            new Option.Whole("graph-seed", 0, 0, Long.MAX_VALUE, "", "Decides a regular or small-world graph."),
            new Option.Choice(
                    "state",
                    "reset",
                    List.of("reset", "carry"),
                    "Whether a control step begins anew from the observation or carries the neurons' activity on."));

    private CircuitNetOptions() {}

    /** The design with so many neurons a unit; a unit smaller than the ports asked for is all ports. */
    static CircuitNetDesign design(Options options, int inputs, int neurons) {
        UnitGraph graph = graph(options);
        return new CircuitNetDesign(
                inputs,
                graph.units().orElse(options.whole("units")),
                neurons,
                Math.min(options.whole("ports"), neurons),
                options.whole("iterations"),
                operators(options.text("operators")),
                options.whole("rank"),
                options.isOn("layer-norm"),
                options.text("activation").equals("tanh") ? UnitActivation.TANH : UnitActivation.CLIP_SIN,
                graph,
                options.text("state").equals("carry"));
    }

    private static Set<Operator> operators(String text) {
        return switch (text) {
            case "core" -> CircuitNetDesign.CORE;
            case "full" -> CircuitNetDesign.FULL;
            default ->
                Stream.of(text.split("\\+", -1))
                        .map(word -> Operator.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
        };
    }

    private static UnitGraph graph(Options options) {
        long seed = Long.parseLong(options.text("graph-seed"));
        return switch (options.text("graph")) {
            case "ring" -> new UnitGraph.Ring(options.whole("radius"));
            case "regular" -> new UnitGraph.RandomRegular(options.whole("degree"), seed);
            case "small-world" -> new UnitGraph.SmallWorld(options.whole("degree"), options.real("rewiring"), seed);
            case "complete" -> new UnitGraph.Complete();
            case "none" -> new UnitGraph.None();
            case "worm-classes" -> WormUnits.classes();
            case "worm-communities" -> WormUnits.communities();
            default -> throw new IllegalArgumentException(options.text("graph"));
        };
    }
}
