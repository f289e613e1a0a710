package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Synapse;
import java.nio.file.Path;
import java.util.List;

/**
 * A connectome of one's own as a single CSV file of connections.
 *
 * <p>Columns: {@code pre}, {@code post}, {@code weight}, and if wanted {@code kind} (chemical or electrical; chemical
 * if absent), {@code sign} (+, - or empty), {@code sign_by_transmitter}, {@code sign_by_expression}. Every name is
 * taken for a neuron of its own class; whoever has muscles, classes or positions uses {@link ConnectomeFolder} or
 * {@link GraphMl}.
 */
public final class EdgeList {
    private EdgeList() {}

    /**
     * Reads a file.
     *
     * @throws ConnectomeFormatException with every mistake in it
     */
    public static Import read(Path file, String name) {
        Problems problems = new Problems();
        SourceText text = SourceText.read(file, problems);
        problems.throwIfAny();
        return parse(text, name);
    }

    static Import parse(SourceText text, String name) {
        Problems problems = new Problems();
        ImpliedNeurons cells = new ImpliedNeurons();
        Table table = Csv.parse(text, ConnectionTable.COLUMNS, problems);
        List<Synapse> synapses = ConnectionTable.synapses(table, cells, Loops.CHEMICAL, problems);
        problems.throwIfAny();
        return new Import(
                new Connectome(name, cells.neurons(), List.of(), synapses, Provenance.NONE),
                List.of("Each of the " + cells.neurons().size() + " names in " + text.name()
                        + " is taken for a neuron."));
    }
}
