package dev.ganglion.controllers.ablation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.graph.SpectralRadius;
import dev.ganglion.connectome.nullmodel.NullModel;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NullWiringTest {
    private static final Circuit REAL = ((CircuitController)
                    Controllers.parse("connectome").bind(SwimmerSpecs.swimmer(5)))
            .bound()
            .circuit();

    private static Circuit drawn(NullModel model, long seed) {
        return NullWiring.ablation(model, seed).apply(REAL);
    }

    private static List<Neuron> inner(Circuit circuit) {
        Set<String> muscles = Ablations.muscles(circuit);
        return circuit.neurons().stream()
                .filter(neuron -> neuron.model() instanceof Receiver && !muscles.contains(neuron.name()))
                .toList();
    }

    private static List<Synapse> amongNeurons(Circuit circuit, SynapseKind kind) {
        Set<String> names = inner(circuit).stream().map(Neuron::name).collect(Collectors.toSet());
        return circuit.synapses().stream()
                .filter(synapse -> synapse.kind() == kind)
                .filter(synapse -> names.contains(synapse.pre()) && names.contains(synapse.post()))
                .toList();
    }

    private static double weight(Circuit circuit, Synapse synapse) {
        WeightGroup group = circuit.groups().stream()
                .filter(candidate -> candidate.name().equals(synapse.group()))
                .findFirst()
                .orElseThrow();
        return synapse.gain() * ((InitialValue.Fixed) group.initial()).value();
    }

    private static double radius(Circuit circuit) {
        List<String> names = inner(circuit).stream().map(Neuron::name).toList();
        double[][] matrix = new double[names.size()][names.size()];
        for (Synapse synapse : amongNeurons(circuit, SynapseKind.CHEMICAL)) {
            matrix[names.indexOf(synapse.post())][names.indexOf(synapse.pre())] = weight(circuit, synapse);
        }
        return SpectralRadius.of(matrix);
    }

    @ParameterizedTest
    @EnumSource(NullModel.class)
    void drawn_anyModel_keepsTheRadiusAndTheJoinToTheBody(NullModel model) {
        Circuit drawn = drawn(model, 3);

        then(radius(drawn)).isCloseTo(radius(REAL), within(1e-6));
        then(drawn.neurons()).isEqualTo(REAL.neurons());
        then(drawn.outputs()).isEqualTo(REAL.outputs());
        then(drawn.synapses())
                .containsAll(REAL.synapses().stream()
                        .filter(synapse -> synapse.post().contains("BWM")
                                || synapse.group().contains("stretch"))
                        .toList());
        then(drawn(model, 3)).isEqualTo(drawn);
        then(drawn(model, 4)).isNotEqualTo(drawn);
    }

    @Test
    void drawn_degreePreserving_keepsHowManyLeaveAndEnterEachNeuron() {
        Circuit drawn = drawn(NullModel.DEGREE_PRESERVING, 1);

        for (SynapseKind kind : SynapseKind.values()) {
            then(degrees(drawn, kind)).isEqualTo(degrees(REAL, kind));
        }
        then(amongNeurons(drawn, SynapseKind.CHEMICAL).stream().map(NullWiringTest::ends))
                .isNotEqualTo(amongNeurons(REAL, SynapseKind.CHEMICAL).stream().map(NullWiringTest::ends));
    }

    /** Out and in for chemical synapses, both together for gap junctions. */
    private static Map<String, Integer> degrees(Circuit circuit, SynapseKind kind) {
        Map<String, Integer> degrees = new TreeMap<>();
        for (Synapse synapse : amongNeurons(circuit, kind)) {
            boolean isDirected = kind == SynapseKind.CHEMICAL;
            degrees.merge(synapse.pre() + (isDirected ? " out" : ""), 1, Integer::sum);
            degrees.merge(synapse.post() + (isDirected ? " in" : ""), 1, Integer::sum);
        }
        return degrees;
    }

    private static String ends(Synapse synapse) {
        return synapse.pre() + ">" + synapse.post();
    }

    @Test
    void drawn_circuitWithoutWiringAmongNeurons_isRefused() {
        Circuit ncap = ((CircuitController) Controllers.parse("ncap").bind(SwimmerSpecs.swimmer(5)))
                .bound()
                .circuit();

        thenThrownBy(() -> NullWiring.ablation(NullModel.DENSE, 1).apply(ncap))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("leave out null-model");
    }
}
