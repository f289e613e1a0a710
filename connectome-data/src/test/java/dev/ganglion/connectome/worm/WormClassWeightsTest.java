package dev.ganglion.connectome.worm;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.SynapseKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over classes of cells, made from the edge list of Cook et al. 2019 by another program. */
class WormClassWeightsTest {
    private static final Connectome WORM = WormConnectome.hermaphrodite();
    private static final Map<String, Neuron> NEURONS = WORM.neuronsByName();

    private static double weight(List<Synapse> synapses) {
        return synapses.stream().mapToDouble(Synapse::weight).sum();
    }

    /** The class of a neuron; for a muscle {@code dBWM} or {@code vBWM}. */
    private static String group(String name) {
        Neuron neuron = NEURONS.get(name);
        return neuron == null ? name.substring(0, 4) : neuron.cellClass();
    }

    private static List<Synapse> between(SynapseKind kind, String pre, String post) {
        return WORM.synapses().stream()
                .filter(synapse -> synapse.kind() == kind
                        && group(synapse.pre()).equals(pre)
                        && group(synapse.post()).equals(post))
                .toList();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = ' ',
            nullValues = "?",
            value = {
                "AVA AVA 19 ",
                "AVA AVB 9 ",
                "AVA DA 136 17",
                "AVA DB 6 ",
                "AVA VA 145 22",
                "AVA AS 92 17",
                "AVB AVA 47 ",
                "AVB AVB 8 ",
                "AVB DA 7 ",
                "AVB DB 1 ",
                "AVB VA 9 ",
                "AVB VB 3 ",
                "AVB VD 2 ",
                "AVB AS 12 ",
                "AVB vBWM 1 ",
                "AVD AVA 167 ",
                "AVD AVB 1 ",
                "AVD DA 40 12",
                "AVD DB 2 ",
                "AVD VA 14 ",
                "AVD AS 12 ",
                "AVE AVA 67 ",
                "AVE DA 43 ",
                "AVE DB 2 ",
                "AVE VA 25 ",
                "AVE VD 2 ",
                "AVE AS 14 ",
                "PVC AVA 27 ",
                "PVC AVB 69 ",
                "PVC DA 8 ",
                "PVC DB 33 7",
                "PVC VA 1 ",
                "PVC VB 15 7",
                "PVC AS 2 ",
                "DA DA 8 ",
                "DA DB 11 ",
                "DA DD 60 10",
                "DA VA 1 ",
                "DA VD 272 27",
                "DA AS 17 ",
                "DA dBWM 343 80",
                "DB DA 66 14",
                "DB DD 103 10",
                "DB VD 221 21",
                "DB AS 54 ",
                "DB dBWM 171 63",
                "DD DA 6 ",
                "DD VB 1 ",
                "DD VD 3 ",
                "DD dBWM 245 45",
                "VA AVA 6 ",
                "VA DA 27 ",
                "VA DB 10 ",
                "VA DD 216 19",
                "VA VA 14 ",
                "VA VB 40 17",
                "VA VD 137 24",
                "VA AS 99 ",
                "VA vBWM 292 73",
                "VB DD 279 15",
                "VB VA 63 19",
                "VB VB 1 ",
                "VB VD 141 21",
                "VB vBWM 293 65",
                "VD AVA 6 ",
                "VD DD 16 ",
                "VD VA 70 16",
                "VD VB 28 15",
                "VD VD 1 ",
                "VD AS 1 ",
                "VD vBWM 336 71",
                "AS DA 12 ",
                "AS DB 7 ",
                "AS DD 17 ",
                "AS VD 221 13",
                "AS AS 6 ",
                "AS dBWM 175 46",
                "VC AVB 2 ",
                "VC DB 1 ",
                "VC DD 51 ",
                "VC VB 2 ",
                "VC VD 66 ",
                "VC vBWM 50 29",
                // Blank cells of the table: no connection at all.
                "AVA VB 0 0",
                "AVA dBWM 0 0",
                "AVB DD 0 0",
                "DB DB 0 0",
                "VB DB 0 0",
                "DD DD 0 0",
                "DA vBWM 0 0"
            })
    void chemical_classByClass_hasThisWeight(String pre, String post, double weight, @Nullable Integer edges) {
        List<Synapse> synapses = between(SynapseKind.CHEMICAL, pre, post);
        then(weight(synapses)).isEqualTo(weight);
        if (edges != null) {
            then(synapses).hasSize(edges);
        }
    }

    /** Different classes are counted in one direction, the same class in both. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = ' ',
            nullValues = "?",
            value = {
                "AVB DB 72 13", "AVB VB 88 20", "AVA DA 81 17", "AVA VA 116 21", "AVA AS 16 ", "PVC DA 26 ",
                        "PVC DB 10 ",
                "PVC VA 29 ", "DB DB 70 12", "VB VB 88 22", "DA DA 40 ", "VA VB 11 ", "DA VA 28 ", "DD DD 34 10",
                "VD VD 161 25", "DD VD 30 ", "VD AS 23 ", "AVA PVC 52 "
            })
    void electrical_classByClass_hasThisWeight(String pre, String post, double weight, @Nullable Integer rows) {
        List<Synapse> listings = between(SynapseKind.ELECTRICAL, pre, post);
        then(weight(listings)).isEqualTo(weight);
        if (rows != null) {
            then(listings).hasSize(rows);
        }
    }
}
