package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Cell;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Synapse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A connectome of one's own as GraphML, which graph tools read and write.
 *
 * <p>A node's id is its name; its data may be {@code type} (neuron or muscle; neuron if absent) and the columns of
 * {@code neurons.csv} or {@code muscles.csv}. An edge's data are {@code weight} and, if wanted, the other columns of
 * {@code connections.csv}. Only an electrical edge may be undirected.
 */
public final class GraphMl {
    private static final Columns NODES = new Columns(
            ',',
            List.of("name"),
            Stream.concat(Stream.of("type", "quadrant", "row"), CellTables.NEURONS.optional().stream())
                    .toList(),
            true);

    private GraphMl() {}

    /**
     * Reads a file.
     *
     * @throws ConnectomeFormatException with every mistake in it
     */
    public static Import read(Path file, String name) {
        Problems problems = new Problems();
        SourceText text = SourceText.read(file, problems);
        problems.throwIfAny();
        return new Import(parse(text, name), List.of());
    }

    static Connectome parse(SourceText text, String name) {
        Problems problems = new Problems();
        GraphMlParser parser = new GraphMlParser(text, NODES, ConnectionTable.COLUMNS, problems);
        parser.parse();
        checkTypes(parser.nodes(), problems);
        List<Neuron> neurons = CellTables.neurons(ofType(parser.nodes(), false), problems);
        List<Muscle> muscles = CellTables.muscles(ofType(parser.nodes(), true), problems);
        Map<String, Cell> cells = CellTables.byName(neurons, muscles, new Place(text.name(), 0), problems);
        List<Synapse> synapses =
                ConnectionTable.synapses(parser.edges(), new NamedCells(cells), Loops.CHEMICAL, problems);
        problems.throwIfAny();
        boolean signed = parser.edges().rows().stream()
                .anyMatch(row -> !row.get("sign_by_transmitter").isEmpty());
        Connectome connectome = new Connectome(name, neurons, muscles, synapses, Provenance.NONE);
        return signed ? connectome : connectome.withSignsByTransmitter();
    }

    private static void checkTypes(Table nodes, Problems problems) {
        for (Table.Row node : nodes.rows()) {
            String type = node.get("type");
            if (!List.of("", "neuron", "muscle").contains(type)) {
                problems.add(node.place(), type, "is no type of node; types are neuron and muscle");
            }
        }
    }

    private static Table ofType(Table nodes, boolean muscle) {
        return new Table(
                nodes.file(),
                nodes.columns(),
                nodes.rows().stream()
                        .filter(node -> node.get("type").equals("muscle") == muscle)
                        .toList());
    }

    /** The text of the GraphML file of a connectome; a loop of a gap junction, which is not read back, is left out. */
    public static String format(Connectome connectome) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        NODES.optional().forEach(column -> key(text, "n", "node", column));
        ConnectionTable.COLUMNS.known().stream()
                .filter(column -> !column.equals("pre") && !column.equals("post"))
                .forEach(column -> key(text, "e", "edge", column));
        text.append("  <graph edgedefault=\"directed\">\n");
        List<String> neuronColumns = CellTables.NEURONS.known();
        CellTables.neuronRows(connectome.neurons()).forEach(row -> node(text, "neuron", neuronColumns, row));
        List<String> muscleColumns = CellTables.MUSCLES.known();
        CellTables.muscleRows(connectome.muscles()).forEach(row -> node(text, "muscle", muscleColumns, row));
        List<Synapse> synapses = connectome.synapses().stream()
                .filter(synapse -> synapse.isChemical() || !synapse.isLoop())
                .toList();
        List<String> edgeColumns = ConnectionTable.header(synapses);
        ConnectionTable.rows(synapses).forEach(row -> edge(text, edgeColumns, row));
        return text.append("  </graph>\n</graphml>\n").toString();
    }

    private static void key(StringBuilder text, String prefix, String owner, String column) {
        text.append("  <key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
                .formatted(prefix, column, owner, column, type(column)));
    }

    private static String type(String column) {
        return switch (column) {
            case "weight", "position" -> "double";
            case "row" -> "int";
            default -> "string";
        };
    }

    private static void node(StringBuilder text, String type, List<String> columns, List<String> row) {
        text.append("    <node id=\"").append(escape(row.get(0))).append("\">");
        data(text, "n-type", type);
        for (int i = 1; i < row.size(); i++) {
            data(text, "n-" + columns.get(i), row.get(i));
        }
        text.append("</node>\n");
    }

    private static void edge(StringBuilder text, List<String> columns, List<String> row) {
        text.append("    <edge source=\"%s\" target=\"%s\">".formatted(escape(row.get(0)), escape(row.get(1))));
        for (int i = 2; i < row.size(); i++) {
            data(text, "e-" + columns.get(i), row.get(i));
        }
        text.append("</edge>\n");
    }

    private static void data(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append("<data key=\"%s\">%s</data>".formatted(key, escape(value)));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
