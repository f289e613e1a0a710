package dev.ganglion.controllers.connectome;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.worm.WormConnectome;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectomeWiringTest {
    @TempDir
    private Path directory;

    private static Circuit circuit(String options, int joints) {
        String name = options.isEmpty() ? "connectome" : "connectome:" + options;
        return ((CircuitController) Controllers.parse(name).bind(SwimmerSpecs.swimmer(joints)))
                .bound()
                .circuit();
    }

    private static Map<String, Neuron> byName(Circuit circuit) {
        return circuit.neurons().stream().collect(Collectors.toMap(Neuron::name, neuron -> neuron));
    }

    private static Neuron in(Map<String, Neuron> neurons, String name) {
        return Objects.requireNonNull(neurons.get(name), name);
    }

    private static List<Synapse> onto(Circuit circuit, String post) {
        return circuit.synapses().stream()
                .filter(synapse -> synapse.post().equals(post) && synapse.kind() == SynapseKind.CHEMICAL)
                .toList();
    }

    @Test
    void circuit_hasTheWormsCellsAndConnections() {
        Circuit circuit = circuit("", 5);
        Map<String, Long> classes =
                circuit.neurons().stream().collect(Collectors.groupingBy(Neuron::cellClass, Collectors.counting()));

        // Counts of Cook et al. (2019): 75 motor neurons, 48 dorsal and 47 ventral muscles, 1088 chemical connections.
        then(classes)
                .containsEntry("VD", 13L)
                .containsEntry("VA", 12L)
                .containsEntry("VB", 11L)
                .containsEntry("AS", 11L)
                .containsEntry("DA", 9L)
                .containsEntry("DB", 7L)
                .containsEntry("DD", 6L)
                .containsEntry("VC", 6L)
                .containsEntry("AVB", 2L)
                .containsEntry("dBWM", 48L)
                .containsEntry("vBWM", 47L);
        Map<String, Neuron> neurons = byName(circuit);
        then(circuit.synapses().stream()
                        .filter(synapse -> synapse.kind() == SynapseKind.CHEMICAL
                                && !(in(neurons, synapse.pre()).model() instanceof Source)))
                .hasSize(1088);
        then(circuit.synapses().stream().filter(synapse -> synapse.kind() == SynapseKind.ELECTRICAL))
                .hasSize(229);
    }

    @Test
    void circuit_signsAreThoseOfTheTransmitters() {
        Circuit circuit = circuit("", 5);

        then(circuit.groups())
                .allSatisfy(group -> then(group.sign())
                        .as(group.name())
                        .isEqualTo(group.name().matches("(DD|VD)>.*") ? Sign.INHIBITORY : Sign.EXCITATORY));
    }

    @Test
    void circuit_anyNumberOfJoints_hasTheSameWeights() {
        then(circuit("", 3).groups())
                .isEqualTo(circuit("", 5).groups())
                .isEqualTo(circuit("", 30).groups());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 11, 30})
    void outputs_everyJoint_isDrivenByTheMuscleAboutIt(int joints) {
        Circuit circuit = circuit("", joints);
        Map<String, Neuron> neurons = byName(circuit);

        then(circuit.outputs()).hasSize(joints);
        for (int joint = 0; joint < joints; joint++) {
            double place = (joint + 1.0) / (joints + 1);
            List<OutputPort.Term> terms = circuit.outputs().get(joint).terms();
            double dorsal = 0;
            double ventral = 0;
            double mean = 0;
            for (OutputPort.Term term : terms) {
                Neuron muscle = in(neurons, term.neuron());
                boolean isDorsal = muscle.cellClass().equals("dBWM");
                dorsal += isDorsal ? term.coefficient() : 0;
                ventral += isDorsal ? 0 : term.coefficient();
                mean += isDorsal ? term.coefficient() * muscle.position() : 0;
            }
            then(dorsal).isCloseTo(1, within(1e-12));
            then(ventral).isCloseTo(-1, within(1e-12));
            then(mean).as("joint %d", joint).isCloseTo(place, within(0.05));
        }
    }

    @Test
    void gains_chemicalInputsOfANeuron_addUpToOne() {
        Circuit circuit = circuit("", 5);

        for (String post : List.of("DD01", "VA03", "VD07")) {
            then(onto(circuit, post).stream().mapToDouble(Synapse::gain).sum()).isCloseTo(1, within(1e-12));
        }
        double excitation = onto(circuit, "dBWML12").stream()
                .filter(synapse -> !synapse.group().startsWith("DD"))
                .mapToDouble(Synapse::gain)
                .sum();
        then(excitation).isCloseTo(1, within(1e-12));
    }

    @Test
    void stretch_isFeltOnlyByBNeuronsInFrontOfThemselves() {
        Circuit circuit = circuit("", 11);
        Map<String, Neuron> neurons = byName(circuit);
        List<Synapse> felt = circuit.synapses().stream()
                .filter(synapse -> synapse.pre().startsWith("stretch."))
                .toList();

        then(felt).allSatisfy(synapse -> {
            Neuron neuron = in(neurons, synapse.post());
            then(neuron.cellClass()).isEqualTo(synapse.pre().startsWith("stretch.d") ? "DB" : "VB");
            then(in(neurons, synapse.pre()).position()).isLessThan(neuron.position());
        });
        then(felt.stream()
                        .filter(synapse -> synapse.post().equals("DB05"))
                        .mapToDouble(Synapse::gain)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void options_takeAwayWhatTheyName() {
        then(circuit("oscillator=off", 5).neuronsOf(Source.Oscillator.class)).isEmpty();
        then(circuit("proprioception=off", 5).neuronsOf(Source.Sensor.class)).isEmpty();
        then(circuit("gap-junctions=off", 5).synapses()).noneMatch(synapse -> synapse.kind() == SynapseKind.ELECTRICAL);
        then(circuit("lesion=DB,VB11", 5).neurons())
                .noneMatch(neuron ->
                        neuron.cellClass().equals("DB") || neuron.name().equals("VB11"))
                .anyMatch(neuron -> neuron.name().equals("VB10"));
        then(circuit("sharing=off", 5).groups())
                .hasSize(circuit("", 5).synapses().size());
        then(circuit("signs=free", 5).groups().stream()
                        .filter(group -> !group.name().contains("--"))
                        .map(WeightGroup::sign))
                .containsOnly(Sign.UNKNOWN);
        then(circuit("neuron=alif", 5).dynamics().orElseThrow().innerSteps()).isEqualTo(6);
        then(circuit("inner-steps=5", 5).dynamics().orElseThrow().innerSteps()).isEqualTo(5);
    }

    @Test
    void freeWeights_leaveConductancesPositive() {
        then(circuit("weights=free", 5).groups())
                .allSatisfy(group -> then(group.parametrisation())
                        .as(group.name())
                        .isEqualTo(group.name().contains("--") ? Parametrisation.EXPONENTIAL : Parametrisation.FREE));
    }

    @Test
    void lesion_unknownName_namesTheNearest() {
        thenThrownBy(() -> circuit("lesion=DX", 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no neuron or class 'DX'");
    }

    @Test
    void file_ofTheSameConnectome_givesTheSameCircuit() throws IOException {
        Path folder = directory.resolve("worm");
        ConnectomeFolder.write(WormConnectome.locomotion(), folder);

        then(circuit("file=" + folder, 5).synapses()).isEqualTo(circuit("", 5).synapses());
    }

    @Test
    void file_withoutMuscles_isRefused() throws IOException {
        Path edges = Files.writeString(directory.resolve("edges.csv"), "pre,post,weight\na,b,1\n");

        thenThrownBy(() -> circuit("file=" + edges, 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no muscles");
    }
}
