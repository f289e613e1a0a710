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
