package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Citation;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.format.Columns;
import dev.ganglion.connectome.format.ConnectomeFormatException;
import dev.ganglion.connectome.format.Csv;
import dev.ganglion.connectome.format.EdgeCollector;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.connectome.format.Loops;
import dev.ganglion.connectome.format.Place;
import dev.ganglion.connectome.format.Problems;
import dev.ganglion.connectome.format.SourceText;
import dev.ganglion.connectome.format.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the tables in which the worm's connectomes were published.
 *
 * <p>Every method gives the neurons and muscles that the file names, with what the catalogue knows of them, and signs
 * by transmitter. Every method throws {@link ConnectomeFormatException} with all mistakes of the file.
 */
public final class PublishedTables {
    private static final EdgeColumns COOK = new EdgeColumns(',', "Source", "Target", "Weight", "Type");
    private static final EdgeColumns NEMANODE = new EdgeColumns('\t', "pre", "post", "synapses", "type");

    private final WormCatalogue catalogue;

    /** For names and facts of these cells. */
    public PublishedTables(WormCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record EdgeColumns(char separator, String pre, String post, String weight, String type) {}

    /**
     * The edge list of Cook et al. 2019: {@code Source,Target,Weight,Type}; weights are counts of micrograph sections,
     * gap junctions stand in both directions.
     */
    public Import cook2019(Path file) {
        return edges(file, COOK, "C. elegans hermaphrodite (Cook 2019)", Citation.COOK_2019);
    }

    /**
     * White et al. 1986 as digitised by Witvliet et al.: tabs between {@code pre post type synapses}; weights are
     * counts of contacts, a gap junction stands once.
     */
    public Import white1986(Path file) {
        return edges(file, NEMANODE, "C. elegans hermaphrodite (White 1986)", Citation.WHITE_1986);
    }

    /** One of the nerve rings of Witvliet et al. 2021, laid out as {@link #white1986}. */
    public Import witvliet2021(Path file) {
        return edges(file, NEMANODE, "C. elegans nerve ring (Witvliet 2021)", Citation.WITVLIET_2021);
    }

    /**
     * The table of Varshney et al. 2011 as CSV: {@code Neuron 1,Neuron 2,Type,Nbr}; weights are counts of contacts.
     *
     * <p>Types S and Sp (sends, alone or to several) are added up; R and Rp are the same contacts seen by the receiver
     * and are passed over; NMJ does not say which muscle and is left out; gap junctions (EJ) stand in both directions.
     */
    public Import varshney2011(Path file) {
        return VarshneyTable.read(file, catalogue);
    }

    /**
     * The OpenWorm tables as CSV, one or both: connections {@code Origin,Target,Type,Number of
     * Connections,Neurotransmitter} and junctions on muscle {@code Neuron,Muscle,Number of
     * Connections,Neurotransmitter}; weights are counts of contacts, signs follow from the tables' own transmitters.
     */
    public Import openWorm(List<Path> files) {
        return OpenWormTables.read(files, catalogue);
    }

    private Import edges(Path file, EdgeColumns columns, String name, Citation citation) {
        Problems problems = new Problems();
        EdgeCollector edges = new EdgeCollector(catalogue, Loops.ANY, problems);
        Columns required =
                Columns.exactly(columns.separator(), columns.pre(), columns.post(), columns.weight(), columns.type());
        for (Table.Row row : read(file, required, problems).rows()) {
            kind(row.get(columns.type()), row.place(), problems)
                    .ifPresent(kind -> edges.add(new EdgeCollector.Line(
                            row.place(),
                            row.get(columns.pre()),
                            row.get(columns.post()),
                            kind,
                            row.get(columns.weight()),
                            Map.of())));
        }
        problems.throwIfAny();
        Import imported = WormImport.of(name, citation, catalogue, edges.synapses(), edges.leftOut());
        return new Import(imported.connectome().withSignsByTransmitter(), imported.remarks());
    }

    private static Optional<SynapseKind> kind(String type, Place place, Problems problems) {
        return switch (type) {
            case "chemical" -> Optional.of(SynapseKind.CHEMICAL);
            case "electrical" -> Optional.of(SynapseKind.ELECTRICAL);
            default -> {
                problems.add(place, type, "is no type; types are chemical and electrical");
                yield Optional.empty();
            }
        };
    }

    static Table read(Path file, Columns columns, Problems problems) {
        SourceText text = SourceText.read(file, problems);
        problems.throwIfAny();
        return Csv.parse(text, columns, problems);
    }
}
