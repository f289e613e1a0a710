package dev.ganglion.connectome.worm;

import java.util.List;

/** The published files from which {@link WormTables} makes the table, by their paths in a folder. */
public final class SourceFiles {
    /** Connections: the edge list of Cook et al. 2019. */
    public static final String CONNECTIONS = "cook2019_herm_full_edgelist.csv";

    /** Names and main roles of the neurons, from WormAtlas as compiled by the Flavell laboratory. */
    public static final String FEATURES = "neuron_features.csv";

    /** Dominant and second transmitter: sheet 1 of table S3 of Fenyves et al. 2020 as CSV. */
    public static final String TRANSMITTERS = "derived/fenyves_neuron_nt.csv";

    /** Predicted signs: sheet 5 of table S3 of Fenyves et al. 2020 as CSV. */
    public static final String SIGNS = "derived/fenyves_edge_polarity.csv";

    /** Reporters of transmitter genes: Wang et al. 2024. */
    public static final String REPORTERS = "wang2024_NT_release_reporter.csv";

    /** Soma positions of the Virtual Worm, from the cell files of OpenWorm's c302 as CSV. */
    public static final String SOMATA = "derived/soma_positions_c302_nml.csv";

    /** All of them. */
    public static final List<String> ALL = List.of(CONNECTIONS, FEATURES, TRANSMITTERS, SIGNS, REPORTERS, SOMATA);

    private SourceFiles() {}
}
