package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Cell;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connectome as a folder of four CSV files: {@value #NEURONS}, {@value #MUSCLES}, {@value #CONNECTIONS} and
 * {@value #PROVENANCE}. The middle and the last file with muscles and sources may be missing.
 *
 * <p>What is written is read back as the same connectome; the same connectome gives the same bytes. If there is no
 * column {@code sign_by_transmitter}, that sign follows from the neurons' transmitters.
 */
public final class ConnectomeFolder {
    /** The file of neurons. */
    public static final String NEURONS = "neurons.csv";

    /** The file of muscles. */
    public static final String MUSCLES = "muscles.csv";

    /** The file of connections. */
    public static final String CONNECTIONS = "connections.csv";

    /** The file of sources. */
    public static final String PROVENANCE = "provenance.csv";

    /** The four files, in order. */
    public static final List<String> FILES = List.of(NEURONS, MUSCLES, CONNECTIONS, PROVENANCE);

    private static final Columns PROVENANCE_COLUMNS =
            Columns.exactly(',', "table", "column", "citation", "link", "licence", "derivation");

    private ConnectomeFolder() {}

    /** Whether a folder looks like one of these. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(NEURONS)) && Files.isRegularFile(folder.resolve(CONNECTIONS));
    }

    /**
     * Reads a folder.
     *
     * @throws ConnectomeFormatException with every mistake in its files
     */
    public static Import read(Path folder, String name) {
        Problems problems = new Problems();
        Map<String, SourceText> texts = new LinkedHashMap<>();
        for (String file : FILES) {
            boolean required = file.equals(NEURONS) || file.equals(CONNECTIONS);
            if (required || Files.exists(folder.resolve(file))) {
                texts.put(file, SourceText.read(folder.resolve(file), problems));
            }
        }
        problems.throwIfAny();
        return new Import(parse(texts, name), List.of());
    }

    /**
     * Reads the texts of the files.
     *
     * @param texts the texts by file name
     * @param name what it is a connectome of
     * @throws ConnectomeFormatException with every mistake in them
     */
    public static Connectome parse(Map<String, SourceText> texts, String name) {
        Problems problems = new Problems();
        List<Neuron> neurons = CellTables.neurons(table(texts, NEURONS, CellTables.NEURONS, problems), problems);
        List<Muscle> muscles = CellTables.muscles(table(texts, MUSCLES, CellTables.MUSCLES, problems), problems);
        Map<String, Cell> cells = CellTables.byName(neurons, muscles, new Place(MUSCLES, 0), problems);
        Table connections = table(texts, CONNECTIONS, ConnectionTable.COLUMNS, problems);
        List<Synapse> synapses = ConnectionTable.synapses(connections, new NamedCells(cells), Loops.ANY, problems);
        Provenance provenance = provenance(table(texts, PROVENANCE, PROVENANCE_COLUMNS, problems));
        problems.throwIfAny();
        Connectome connectome = new Connectome(name, neurons, muscles, synapses, provenance);
        return connections.has(ConnectionTable.column(SignRule.TRANSMITTER))
                ? connectome
                : connectome.withSignsByTransmitter();
    }

    private static Table table(Map<String, SourceText> texts, String file, Columns columns, Problems problems) {
        SourceText text = texts.get(file);
        return text == null ? new Table(file, List.of(), List.of()) : Csv.parse(text, columns, problems);
    }

    private static Provenance provenance(Table table) {
        return new Provenance(table.rows().stream()
                .map(row -> new Provenance.Column(
                        row.get("table"),
                        row.get("column"),
                        row.get("citation"),
                        row.get("link"),
                        row.get("licence"),
                        row.get("derivation")))
                .toList());
    }

    /** The texts of the four files, by file name. */
    public static Map<String, String> format(Connectome connectome) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(NEURONS, Csv.format(CellTables.NEURONS.known(), CellTables.neuronRows(connectome.neurons())));
        texts.put(MUSCLES, Csv.format(CellTables.MUSCLES.known(), CellTables.muscleRows(connectome.muscles())));
        texts.put(
                CONNECTIONS,
                Csv.format(ConnectionTable.header(connectome.synapses()), ConnectionTable.rows(connectome.synapses())));
        texts.put(
                PROVENANCE,
                Csv.format(
                        PROVENANCE_COLUMNS.known(),
                        connectome.provenance().columns().stream()
                                .map(column -> List.of(
                                        column.table(),
                                        column.column(),
                                        column.citation(),
                                        column.link(),
                                        column.licence(),
                                        column.derivation()))
                                .toList()));
        return texts;
    }

    /**
     * Writes the four files into a folder that is new or empty.
     *
     * @throws DirectoryNotEmptyException if the folder has files in it; nothing is overwritten
     * @throws IOException if the folder cannot be written
     */
    public static void write(Connectome connectome, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
        for (Map.Entry<String, String> text : format(connectome).entrySet()) {
            Path file = folder.resolve(text.getKey());
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.writeString(file, text.getValue());
        }
    }
}
