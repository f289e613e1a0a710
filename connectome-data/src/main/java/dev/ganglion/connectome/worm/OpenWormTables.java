package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Citation;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.Transmitter;
import dev.ganglion.connectome.format.Columns;
import dev.ganglion.connectome.format.EdgeCollector;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.connectome.format.Loops;
import dev.ganglion.connectome.format.Problems;
import dev.ganglion.connectome.format.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The layouts of the OpenWorm tables; see {@link PublishedTables#openWorm}. */
final class OpenWormTables {
    private static final String COUNT = "Number of Connections";
    private static final String TRANSMITTER = "Neurotransmitter";
    private static final Columns COLUMNS = new Columns(
            ',', List.of(COUNT, TRANSMITTER), List.of("Origin", "Target", "Type", "Neuron", "Muscle"), true);

    private OpenWormTables() {}

    static Import read(List<Path> files, WormCatalogue catalogue) {
        Problems problems = new Problems();
        EdgeCollector edges = new EdgeCollector(catalogue, Loops.ANY, problems);
        for (Path file : files) {
            Table table = PublishedTables.read(file, COLUMNS, problems);
            table.rows().forEach(row -> add(row, table.has("Muscle"), edges, problems));
        }
        problems.throwIfAny();
        return WormImport.of(
                "C. elegans hermaphrodite (OpenWorm tables)",
                Citation.WHITE_1986,
                catalogue,
                edges.synapses(),
                edges.leftOut());
    }

    private static void add(Table.Row row, boolean ontoMuscle, EdgeCollector edges, Problems problems) {
        kind(row, ontoMuscle, problems)
                .ifPresent(kind -> edges.add(new EdgeCollector.Line(
                        row.place(),
                        row.get(ontoMuscle ? "Neuron" : "Origin"),
                        row.get(ontoMuscle ? "Muscle" : "Target"),
                        kind,
                        row.get(COUNT),
                        kind == SynapseKind.CHEMICAL ? signs(row.get(TRANSMITTER)) : Map.of())));
    }

    private static Optional<SynapseKind> kind(Table.Row row, boolean ontoMuscle, Problems problems) {
        String type = row.get("Type");
        if (ontoMuscle || type.equals("Send")) {
            return Optional.of(SynapseKind.CHEMICAL);
        }
        if (type.equals("GapJunction")) {
            return Optional.of(SynapseKind.ELECTRICAL);
        }
        problems.add(row.place(), type, "is no type; types are Send and GapJunction");
        return Optional.empty();
    }

    /** The one fast effect among the transmitters that a field names; none if they are silent or disagree. */
    private static Map<SignRule, Sign> signs(String transmitters) {
        Set<Sign> effects = Arrays.stream(transmitters.split("[_,]"))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .flatMap(word -> Arrays.stream(Transmitter.values())
                        .filter(transmitter -> transmitter.name().equals(word)))
                .map(Transmitter::effect)
                .filter(Sign::isDecided)
                .collect(Collectors.toSet());
        return effects.size() == 1
                ? Map.of(SignRule.TRANSMITTER, effects.iterator().next())
                : Map.of();
    }
}
