package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Citation;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.format.Columns;
import dev.ganglion.connectome.format.EdgeCollector;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.connectome.format.Loops;
import dev.ganglion.connectome.format.Problems;
import dev.ganglion.connectome.format.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The layout of Varshney et al. 2011; see {@link PublishedTables#varshney2011}. */
final class VarshneyTable {
    private static final Columns COLUMNS = Columns.exactly(',', "Neuron 1", "Neuron 2", "Type", "Nbr");

    private VarshneyTable() {}

    static Import read(Path file, WormCatalogue catalogue) {
        Problems problems = new Problems();
        EdgeCollector toOne = new EdgeCollector(catalogue, Loops.ANY, problems);
        EdgeCollector toSeveral = new EdgeCollector(catalogue, Loops.ANY, problems);
        int unnamedMuscle = 0;
        for (Table.Row row : PublishedTables.read(file, COLUMNS, problems).rows()) {
            switch (row.get("Type")) {
                case "S" -> toOne.add(line(row, SynapseKind.CHEMICAL));
                case "Sp" -> addUnlessNone(toSeveral, row);
                case "EJ" -> toOne.add(line(row, SynapseKind.ELECTRICAL));
                case "NMJ" -> unnamedMuscle++;
                case "R", "Rp" -> {}
                default -> problems.add(row.place(), row.get("Type"), "is no type; types are S, Sp, R, Rp, EJ and NMJ");
            }
        }
        problems.throwIfAny();
        Import imported = WormImport.of(
                "C. elegans hermaphrodite (Varshney 2011)",
                Citation.VARSHNEY_2011,
                catalogue,
                sums(toOne.synapses(), toSeveral.synapses()),
                toOne.leftOut() + toSeveral.leftOut() + unnamedMuscle);
        return new Import(imported.connectome().withSignsByTransmitter(), imported.remarks());
    }

    /** The published table has lines of type Sp that count 0 contacts, beside one of type S for the same pair. */
    private static void addUnlessNone(EdgeCollector edges, Table.Row row) {
        if (!row.get("Nbr").equals("0")) {
            edges.add(line(row, SynapseKind.CHEMICAL));
        }
    }

    private static EdgeCollector.Line line(Table.Row row, SynapseKind kind) {
        return new EdgeCollector.Line(
                row.place(), row.get("Neuron 1"), row.get("Neuron 2"), kind, row.get("Nbr"), Map.of());
    }

    private static List<Synapse> sums(List<Synapse> first, List<Synapse> second) {
        Map<List<Object>, Synapse> sums = new LinkedHashMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(synapse -> sums.merge(
                        List.of(synapse.kind(), synapse.pre(), synapse.post()),
                        synapse,
                        (a, b) -> a.withWeight(a.weight() + b.weight())));
        return List.copyOf(sums.values());
    }
}
