package dev.ganglion.controllers.translation;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wiring × neuron × synapse × parametrisation; of the plasticity rules, each with one neuron after the other. */
class CombinationTest {
    private static final int BATCH = 3;

    static Stream<Arguments> combinations() {
        return Wiring.all()
                .flatMap(wiring -> Stream.concat(
                        NeuronModels.names().stream()
                                .flatMap(neuron -> SynapseModels.names().stream()
                                        .filter(synapse ->
                                                !PlasticityRules.names().contains(synapse))
                                        .map(synapse -> Arguments.of(wiring, neuron, synapse))),
                        rules(wiring)));
    }

    private static Stream<Arguments> rules(Wiring wiring) {
        List<String> neurons = NeuronModels.names();
        List<String> rules = PlasticityRules.names();
        return IntStream.range(0, rules.size())
                .mapToObj(i ->
                        Arguments.of(wiring, neurons.get((i + wiring.name().length()) % neurons.size()), rules.get(i)));
    }

    /** The parametrisations of a wiring with its neurons and synapses share a graph. */
    @ParameterizedTest
    @MethodSource("combinations")
    void translate_everyCombination_stepsABatchAndHasFiniteGradients(Wiring wiring, String neuron, String synapse) {
        List<Parametrisation> parametrisations = List.of(Parametrisation.values());
        List<CircuitController> controllers = parametrisations.stream()
                .map(kept -> wiring.with(neuron, synapse, kept))
                .toList();
        int observations = wiring.body().observation().size();
        RandomGenerator random = RandomStreams.named(7, neuron);
        float[][] sensed = normal(observations, random);
        float[][] towards = normal(controllers.get(0).outputs(), random);
        try (ControllerHarness harness = new ControllerHarness(controllers, observations)) {
            float[][] states = harness.initialStates(BATCH, random);
            for (int i = 0; i < controllers.size(); i++) {
                Parametrisation parametrisation = parametrisations.get(i);
                CircuitController controller = controllers.get(i);
                harness.choose(i);
                RawParameters raw = RawParameters.initial(controller, 1);
                ControllerHarness.Outcome first = harness.run(sensed, states, raw);
                ControllerHarness.Outcome second = harness.run(sensed, first.state(), raw);

                thenAllFinite(parametrisation, second.output());
                thenAllFinite(parametrisation, second.state());
                RawParameters gradients = harness.gradients(sensed, first.state(), towards, raw);
                then(gradients.byBlock()).hasSameSizeAs(controller.parameters());
                thenAllFinite(parametrisation, gradients.byBlock().values().toArray(float[][]::new));
            }
        }
    }

    private static float[][] normal(int columns, RandomGenerator random) {
        float[][] rows = new float[BATCH][columns];
        for (float[] row : rows) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static void thenAllFinite(Parametrisation parametrisation, float[][] rows) {
        for (float[] row : rows) {
            for (float value : row) {
                then(value).as("%s", parametrisation).isFinite();
            }
        }
    }
}
