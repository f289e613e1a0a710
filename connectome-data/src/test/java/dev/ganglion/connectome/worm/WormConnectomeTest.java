package dev.ganglion.connectome.worm;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Perimotor;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.Transmitter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts made from the edge list of Cook et al. 2019 and the tables of Fenyves et al. 2020 by another program. */
class WormConnectomeTest {
    private static final Connectome WORM = WormConnectome.hermaphrodite();
    private static final Map<String, Neuron> NEURONS = WORM.neuronsByName();

    private static double weight(List<Synapse> synapses) {
        return synapses.stream().mapToDouble(Synapse::weight).sum();
    }

    private static List<Synapse> amongNeurons(SynapseKind kind) {
        return WORM.synapses().stream()
                .filter(synapse -> synapse.kind() == kind)
                .filter(synapse -> NEURONS.containsKey(synapse.pre()) && NEURONS.containsKey(synapse.post()))
                .toList();
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

    @Test
    void cells_counts_areThoseOfTheAnimal() {
        then(WORM.neurons()).hasSize(302);
        then(WORM.muscles()).hasSize(95);
        // White et al. 1986 sort the 302 neurons into 118 classes.
        then(WORM.neurons().stream().map(Neuron::cellClass).distinct()).hasSize(118);
    }

    @Test
    void motorNeurons_byClass_are75() {
        then(WORM.neurons().stream()
                        .filter(neuron -> WormConnectome.MOTOR_CLASSES.contains(neuron.cellClass()))
                        .collect(Collectors.groupingBy(Neuron::cellClass, Collectors.counting())))
                .isEqualTo(Map.of("VD", 13L, "VA", 12L, "VB", 11L, "AS", 11L, "DA", 9L, "DB", 7L, "DD", 6L, "VC", 6L));
    }

    @Test
    void chemical_amongNeurons_is3638EdgesOfWeight20589() {
        then(amongNeurons(SynapseKind.CHEMICAL)).hasSize(3638);
        then(weight(amongNeurons(SynapseKind.CHEMICAL))).isEqualTo(20_589);
    }

    @Test
    void chemical_ontoMuscle_is924EdgesOfWeight5377() {
        List<Synapse> junctions = WORM.chemical().stream()
                .filter(synapse -> !NEURONS.containsKey(synapse.post()))
                .toList();
        then(junctions).hasSize(924);
        then(weight(junctions)).isEqualTo(5377);
    }

    @Test
    void electrical_listings_areThoseOfBothSides() {
        then(amongNeurons(SynapseKind.ELECTRICAL)).hasSize(2168);
        then(weight(amongNeurons(SynapseKind.ELECTRICAL))).isEqualTo(8642);
        then(WORM.electrical())
                .filteredOn(listing -> !NEURONS.containsKey(listing.pre()) && !NEURONS.containsKey(listing.post()))
                .hasSize(192);
    }

    @Test
    void chemical_amongMotorNeurons_is380Edges() {
        then(amongNeurons(SynapseKind.CHEMICAL))
                .filteredOn(synapse -> WormConnectome.MOTOR_CLASSES.contains(group(synapse.pre()))
                        && WormConnectome.MOTOR_CLASSES.contains(group(synapse.post())))
                .hasSize(380);
    }

    @Test
    void transmitters_dominant_areCountedByFenyves() {
        Map<Transmitter, Long> counts =
                WORM.neurons().stream().collect(Collectors.groupingBy(Neuron::transmitter, Collectors.counting()));
        then(counts)
                .containsEntry(Transmitter.ACETYLCHOLINE, 157L)
                .containsEntry(Transmitter.GLUTAMATE, 78L)
                .containsEntry(Transmitter.GABA, 33L);
        // The remaining 34 have no dominant transmitter there; 12 of them make a monoamine.
        then(counts).containsEntry(Transmitter.UNKNOWN, 22L);
        then(Objects.requireNonNull(NEURONS.get("AVBL")).coTransmitters()).containsExactly(Transmitter.GABA);
    }

    @Test
    void signs_byExpression_areCountedByFenyves() {
        Map<Sign, Long> edges = amongNeurons(SynapseKind.CHEMICAL).stream()
                .collect(Collectors.groupingBy(synapse -> synapse.sign(SignRule.EXPRESSION), Collectors.counting()));
        then(edges)
                .isEqualTo(
                        Map.of(Sign.EXCITATORY, 1327L, Sign.INHIBITORY, 425L, Sign.COMPLEX, 471L, Sign.UNKNOWN, 1415L));
        Map<Sign, Double> weights = amongNeurons(SynapseKind.CHEMICAL).stream()
                .collect(Collectors.groupingBy(
                        synapse -> synapse.sign(SignRule.EXPRESSION), Collectors.summingDouble(Synapse::weight)));
        then(weights)
                .isEqualTo(Map.of(
                        Sign.EXCITATORY, 9070.0, Sign.INHIBITORY, 2580.0, Sign.COMPLEX, 3413.0, Sign.UNKNOWN, 5526.0));
    }

    @Test
    void signs_ofTheLocomotionCircuit_areAllDecided() {
        Connectome circuit = WormConnectome.locomotion();
        then(circuit.neurons()).hasSize(85);
        then(circuit.muscles()).hasSize(95);
        then(circuit.chemical()).hasSize(1088);
        then(circuit.electrical()).hasSize(657);
        then(circuit.chemical())
                .allMatch(synapse -> synapse.sign(SignReading.DEFAULT).isDecided())
                .filteredOn(synapse -> List.of("DD", "VD").contains(group(synapse.pre())))
                .allMatch(synapse -> synapse.sign(SignReading.DEFAULT) == Sign.INHIBITORY);
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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DB, 6-9 9-12 11-14 13-16 14-19 16-21 19-24",
        "DA, 6-8 7-10 9-12 11-13 12-14 10-16 14-19 16-21 19-24",
        "DD, 6-10 10-12 11-15 13-18 19-21 22-24",
        "AS, 6-7 7-9 9-10 10-12 11-12 13-14 15-16 17-18 19-20 20-22 21-23",
        "VB, 7-9 8-11 10-13 12-14 12-15 14-16 16-18 18-20 19-21 20-22 21-23",
        "VA, 7-8 7-9 8-11 11-13 12-14 12-15 14-16 15-18 17-19 18-21 19-23 21-24",
        "VD, 7-8 7-9 10-11 11-13 12-14 13-16 14-16 15-18 17-20 18-21 19-22 20-23 21-24"
    })
    void perimotor_rowsOfEachMotorNeuron_areThese(String cellClass, String rows) {
        Map<String, Perimotor> places = Perimotor.of(WORM);
        then(WORM.neurons().stream()
                        .filter(neuron -> neuron.cellClass().equals(cellClass))
                        .map(neuron -> Objects.requireNonNull(places.get(neuron.name())))
                        .map(place -> place.firstRow() + "-" + place.lastRow())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rows);
    }

    @Test
    void positions_ofMotorNeurons_riseAlongTheCord() {
        Function<String, Double> position =
                name -> Objects.requireNonNull(NEURONS.get(name)).position();
        then(position.apply("DB01")).isLessThan(position.apply("DB07"));
        // Chen et al. 2006 put AVB at 0.15, DB7 at 0.72 and PLM at 0.83 of the body's length.
        then(position.apply("AVBL")).isBetween(0.14, 0.17);
        then(position.apply("DB07")).isBetween(0.70, 0.73);
        then(position.apply("PLML")).isBetween(0.83, 0.87);
    }

    @Test
    void provenance_everyColumn_hasACitationAndALicence() {
        then(WORM.provenance().columns()).allSatisfy(column -> {
            then(column.citation()).isNotBlank();
            then(column.licence()).isNotBlank();
        });
        then(WORM.provenance().columns().stream().map(column -> column.table() + "/" + column.column()))
                .contains(
                        "neurons/name",
                        "neurons/class",
                        "neurons/side",
                        "neurons/role",
                        "neurons/transmitter",
                        "neurons/co_transmitters",
                        "neurons/position",
                        "muscles/name",
                        "muscles/quadrant",
                        "muscles/row",
                        "muscles/position",
                        "connections/pre",
                        "connections/post",
                        "connections/kind",
                        "connections/weight",
                        "connections/sign_by_transmitter",
                        "connections/sign_by_expression");
    }
}
