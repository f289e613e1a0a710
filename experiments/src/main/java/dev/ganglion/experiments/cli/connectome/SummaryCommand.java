package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.graph.ConnectomeSummary;
import dev.ganglion.connectome.graph.GraphStatistics;
import dev.ganglion.experiments.json.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion connectome summary}. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Says what a connectome consists of: cells, connections, signs, degrees, triads.",
        footer = {
            "",
            "Examples:",
            "  ganglion connectome summary",
            "  ganglion connectome summary --circuit locomotion --json",
            "  ganglion connectome summary mine.graphml"
        })
final class SummaryCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final SignOptions signs = new SignOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SummaryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ConnectomeSummary summary = ConnectomeSummary.of(source.connectome(), signs.reading());
        out.print(json ? Json.write(json(summary)) + "\n" : summary.asText());
        return 0;
    }

    private static Map<String, Object> json(ConnectomeSummary summary) {
        GraphStatistics statistics = summary.statistics();
        Map<String, Object> roles = new LinkedHashMap<>();
        summary.neuronsByRole().forEach((role, count) -> roles.put(word(role), count));
        Map<String, Object> signs = new LinkedHashMap<>();
        statistics.edgesBySign().forEach((sign, count) -> signs.put(word(sign), count));
        Map<String, Object> triads = new LinkedHashMap<>();
        statistics.triads().counts().forEach((triad, count) -> triads.put(triad.code(), count));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", summary.name());
        object.put("neurons", statistics.degrees().size());
        object.put("neurons_by_role", roles);
        object.put("classes", summary.classes());
        object.put("muscles", summary.muscles());
        object.put("chemical_among_neurons", json(summary.amongNeurons()));
        object.put("chemical_onto_muscle", json(summary.ontoMuscle()));
        object.put("gap_junctions", json(summary.gapJunctions()));
        object.put("loops", statistics.loops());
        putIfFinite(object, "density", statistics.density());
        putIfFinite(object, "mean_degree", statistics.meanDegree());
        putIfFinite(object, "reciprocity", statistics.reciprocity());
        object.put("signs", signs);
        putIfFinite(object, "excitatory_to_inhibitory_connections", statistics.excitatoryToInhibitoryEdges());
        putIfFinite(object, "excitatory_to_inhibitory_weight", statistics.excitatoryToInhibitoryWeight());
        putIfFinite(object, "spectral_radius", summary.spectralRadius());
        object.put("hubs", summary.hubs().stream().map(SummaryCommand::json).toList());
        object.put("triads", triads);
        return object;
    }

    private static Map<String, Object> json(ConnectomeSummary.Bundle bundle) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("connections", bundle.connections());
        object.put("weight", bundle.weight());
        return object;
    }

    private static Map<String, Object> json(GraphStatistics.Degree degree) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("neuron", degree.neuron());
        object.put("in", degree.in());
        object.put("out", degree.out());
        return object;
    }

    /** JSON has no word for what is undefined or infinite, so such a figure is left out. */
    private static void putIfFinite(Map<String, Object> object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
