package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Role;
import dev.ganglion.connectome.Transmitter;
import dev.ganglion.connectome.format.Columns;
import dev.ganglion.connectome.format.Fields;
import dev.ganglion.connectome.format.Place;
import dev.ganglion.connectome.format.Problems;
import dev.ganglion.connectome.format.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The 302 neurons from four published files, ordered by name.
 *
 * @param features main roles, by neuron
 * @param transmitters dominant and second transmitter, by neuron
 * @param reporters transmitter genes, by neuron
 * @param somata soma positions, by neuron
 * @param problems where mistakes are noted
 */
record NeuronSources(
        Map<String, Table.Row> features,
        Map<String, Table.Row> transmitters,
        Map<String, Table.Row> reporters,
        Map<String, Table.Row> somata,
        Problems problems) {
    /*
     * The Virtual Worm gives soma positions in micrometres from an origin near the vulva. Nose and tail tip are not
     * among them, so they were found by least squares against the soma positions that Chen et al. 2006 give as
     * fractions of body length for 279 of the neurons (correlation 0.991): fraction = 0.1099 + 0.7484 * share, where
     * share runs from the foremost soma (I2, -311.65 um) to the hindmost (PLM, 410.15 um). The fit is ours.
     */
    private static final double NOSE_MICROMETRES = -417.6;

    private static final double TAIL_MICROMETRES = 546.9;

    private static final Map<String, Role> ROLES = Map.of(
            "cellType:pharynx", Role.PHARYNGEAL,
            "cellType:sensory", Role.SENSORY,
            "cellType:interneuron", Role.INTERNEURON,
            "cellType:motor", Role.MOTOR,
            "cellType:unknown", Role.UNKNOWN);

    static List<Neuron> read(Path folder) {
        Problems problems = new Problems();
        NeuronSources sources = new NeuronSources(
                rows(
                        folder,
                        SourceFiles.FEATURES,
                        problems,
                        "neuronID",
                        ROLES.keySet().toArray(String[]::new)),
                rows(folder, SourceFiles.TRANSMITTERS, problems, "neuron", "dominant_nt", "alternative_nt"),
                rows(folder, SourceFiles.REPORTERS, problems, "neuronID", "cat-1", "tph-1", "cat-2", "tdc-1", "tbh-1"),
                rows(folder, SourceFiles.SOMATA, problems, "neuron", "y_ap_um"),
                problems);
        sources.requireSameNeurons();
        problems.throwIfAny();
        List<Neuron> neurons =
                sources.features().keySet().stream().map(sources::neuron).toList();
        problems.throwIfAny();
        return neurons;
    }

    private static Map<String, Table.Row> rows(
            Path folder, String file, Problems problems, String nameColumn, String... otherColumns) {
        List<String> columns = new ArrayList<>(List.of(otherColumns));
        columns.add(nameColumn);
        Map<String, Table.Row> rows = new TreeMap<>();
        Columns needed = new Columns(',', columns, List.of(), false);
        for (Table.Row row :
                PublishedTables.read(folder.resolve(file), needed, problems).rows()) {
            String name = WormNames.normalised(row.get(nameColumn));
            if (rows.put(name, row) != null) {
                problems.add(row.place(), name, "is there twice");
            }
        }
        return rows;
    }

    private void requireSameNeurons() {
        requireSameNeurons(SourceFiles.TRANSMITTERS, transmitters.keySet());
        requireSameNeurons(SourceFiles.REPORTERS, reporters.keySet());
        requireSameNeurons(SourceFiles.SOMATA, somata.keySet());
    }

    private void requireSameNeurons(String file, Set<String> names) {
        features.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(
                        new Place(file, 0), name, "is missing here but listed in " + SourceFiles.FEATURES));
        names.stream()
                .filter(name -> !features.containsKey(name))
                .forEach(name -> problems.add(
                        new Place(file, 0), name, "is listed here but missing in " + SourceFiles.FEATURES));
    }

    private Neuron neuron(String name) {
        Transmitter fast = fast(name, "dominant_nt");
        Transmitter monoamine = monoamine(name);
        Transmitter dominant = fast == Transmitter.UNKNOWN ? monoamine : fast;
        Set<Transmitter> others = EnumSet.of(fast(name, "alternative_nt"), monoamine);
        others.remove(dominant);
        others.remove(Transmitter.UNKNOWN);
        return new Neuron(
                name,
                WormNames.cellClass(name, features.keySet()),
                WormNames.side(name, features.keySet()),
                role(name),
                dominant,
                others,
                position(name));
    }

    private Role role(String name) {
        Table.Row row = row(features, name);
        List<Role> roles = ROLES.entrySet().stream()
                .filter(role -> row.get(role.getKey()).equals("1"))
                .map(Map.Entry::getValue)
                .toList();
        if (roles.size() != 1) {
            problems.add(row.place(), name, "has " + roles.size() + " main roles; one is needed");
            return Role.UNKNOWN;
        }
        return roles.get(0);
    }

    private Transmitter fast(String name, String column) {
        Table.Row row = row(transmitters, name);
        return switch (row.get(column)) {
            case "ACh" -> Transmitter.ACETYLCHOLINE;
            case "Glu" -> Transmitter.GLUTAMATE;
            case "GABA" -> Transmitter.GABA;
            case "" -> Transmitter.UNKNOWN;
            default -> {
                problems.add(row.place(), row.get(column), "is no transmitter; they are ACh, Glu and GABA");
                yield Transmitter.UNKNOWN;
            }
        };
    }

    /**
     * The monoamine that a neuron can both make and load into vesicles (cat-1): serotonin (tph-1), dopamine (cat-2),
     * octopamine (tdc-1 and tbh-1) or tyramine (tdc-1 alone). A reporter counts if it is seen at all. The rule is ours.
     */
    private Transmitter monoamine(String name) {
        if (!expresses(name, "cat-1")) {
            return Transmitter.UNKNOWN;
        }
        if (expresses(name, "tph-1")) {
            return Transmitter.SEROTONIN;
        }
        if (expresses(name, "cat-2")) {
            return Transmitter.DOPAMINE;
        }
        if (!expresses(name, "tdc-1")) {
            return Transmitter.UNKNOWN;
        }
        return expresses(name, "tbh-1") ? Transmitter.OCTOPAMINE : Transmitter.TYRAMINE;
    }

    private boolean expresses(String name, String gene) {
        Table.Row row = row(reporters, name);
        return Fields.number(row.get(gene), "reporter", row.place(), problems).orElse(0) > 0;
    }

    /** The soma's place as a fraction of body length, to four digits. */
    private double position(String name) {
        Table.Row row = row(somata, name);
        double micrometres = Fields.number(row.get("y_ap_um"), "position", row.place(), problems)
                .orElse(NOSE_MICROMETRES);
        double fraction = (micrometres - NOSE_MICROMETRES) / (TAIL_MICROMETRES - NOSE_MICROMETRES);
        return Math.round(fraction * 1e4) / 1e4;
    }

    private static Table.Row row(Map<String, Table.Row> rows, String name) {
        Table.Row row = rows.get(name);
        if (row == null) {
            throw new IllegalStateException("All tables were checked to have neuron " + name);
        }
        return row;
    }
}
