package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.format.Columns;
import dev.ganglion.connectome.format.Fields;
import dev.ganglion.connectome.format.Place;
import dev.ganglion.connectome.format.Problems;
import dev.ganglion.connectome.format.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The signs that Fenyves et al. 2020 predict for the connections of Cook et al. 2019. */
final class PredictedSigns {
    private static final Columns COLUMNS =
            new Columns(',', List.of("source", "target", "edge_weight", "predicted_polarity"), List.of(), false);

    private PredictedSigns() {}

    /** Signs by source and target; noted as mistakes are connections of another weight, or on one side only. */
    static Map<List<String>, Sign> read(Path folder, Connectome cook, Problems problems) {
        Map<List<String>, Double> weights = weightsBetweenNeurons(cook);
        Map<List<String>, Sign> signs = new HashMap<>();
        for (Table.Row row : PublishedTables.read(folder.resolve(SourceFiles.SIGNS), COLUMNS, problems)
                .rows()) {
            List<String> pair =
                    List.of(WormNames.normalised(row.get("source")), WormNames.normalised(row.get("target")));
            OptionalDouble weight = Fields.weight(row.get("edge_weight"), row.place(), problems);
            Double expected = weights.get(pair);
            if (expected == null || weight.orElse(expected) != expected) {
                problems.add(row.place(), String.join(" to ", pair), "is not the same in " + SourceFiles.CONNECTIONS);
            }
            if (signs.put(pair, sign(row, problems)) != null) {
                problems.add(row.place(), String.join(" to ", pair), "is there twice");
            }
        }
        weights.keySet().stream()
                .filter(pair -> !signs.containsKey(pair))
                .forEach(pair ->
                        problems.add(new Place(SourceFiles.SIGNS, 0), String.join(" to ", pair), "is missing here"));
        return signs;
    }

    private static Map<List<String>, Double> weightsBetweenNeurons(Connectome cook) {
        Map<String, ?> neurons = cook.neuronsByName();
        Map<List<String>, Double> weights = new HashMap<>();
        for (Synapse synapse : cook.chemical()) {
            if (neurons.containsKey(synapse.post())) {
                weights.put(List.of(synapse.pre(), synapse.post()), synapse.weight());
            }
        }
        return weights;
    }

    private static Sign sign(Table.Row row, Problems problems) {
        return switch (row.get("predicted_polarity")) {
            case "+" -> Sign.EXCITATORY;
            case "-" -> Sign.INHIBITORY;
            case "complex" -> Sign.COMPLEX;
            case "no pred" -> Sign.UNKNOWN;
            default -> {
                problems.add(
                        row.place(), row.get("predicted_polarity"), "is no polarity; they are +, -, complex, no pred");
                yield Sign.UNKNOWN;
            }
        };
    }
}
