package dev.ganglion.controllers.spinal;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.controllers.circuit.Bursting;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.ClippedIntegrator;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpinalTest {
    private static final EnvironmentSpec BODY =
            Environments.parse("quadruped/walk").create().spec();
    private static final int SENSED = BODY.observation().size();

    private static CircuitController spinal(String options) {
        return (CircuitController) Controllers.parse("spinal" + options).bind(BODY);
    }

    private static Circuit circuit() {
        return spinal("").bound().circuit();
    }

    private static int at(String signal) {
        return BODY.observation().signals().offset(signal).orElseThrow();
    }

    @Test
    void rhythm_ofTheCircuit_has28UnitsAnd74FixedSynapses() {
        Circuit circuit = circuit();
        Set<String> units = circuit.neurons().stream()
                .filter(neuron -> neuron.model() instanceof Bursting || neuron.model() instanceof ClippedIntegrator)
                .map(Neuron::name)
                .collect(Collectors.toSet());
        Set<String> learned = circuit.groups().stream()
                .filter(WeightGroup::isLearned)
                .map(WeightGroup::name)
                .collect(Collectors.toSet());
        List<Synapse> fixed = circuit.synapses().stream()
                .filter(synapse -> !learned.contains(synapse.group()))
                .toList();

        then(units).hasSize(28);
        then(circuit.neuronsOf(Bursting.class)).hasSize(4);
        then(fixed).filteredOn(synapse -> units.contains(synapse.pre())).hasSize(56);
        then(fixed).filteredOn(synapse -> synapse.pre().equals("command")).hasSize(18);
        then(circuit.neuronsOf(Source.Sensor.class)).hasSize(4 * 14);
    }

    @Test
    void parameters_ofTheCircuit_are68SharedByGirdles() {
        CircuitController controller = spinal("");

        then(ParameterCount.of(controller)).isEqualTo(68);
        then(controller.parameters().get(0).elements())
                .filteredOn(name -> name.startsWith("sense/fore/"))
                .hasSize(28);
        then(controller.parameters().get(0).elements())
                .filteredOn(name -> name.startsWith("pattern/hind/"))
                .hasSize(6);
        then(ParameterCount.of(spinal(":sharing=off"))).isEqualTo(4 * 28 + 4 * 6);
    }

    @ParameterizedTest
    @CsvSource({
        "hip-angle-up>F, 1", "hip-angle-down>E, 1", "knee-torque-down>F, -1", "knee-torque-down>E, 1",
        "hip-torque-up>F, -1", "hip-torque-up>E, 1", "load-up>F, -1", "load-up>E, 1"
    })
    void sense_thatBeginsWithASign_isLockedToIt(String sense, double weight) {
        for (String girdle : List.of("fore", "hind")) {
            WeightGroup group = group("sense/" + girdle + "/" + sense);

            then(group.initial()).isEqualTo(new InitialValue.Fixed(weight));
            then(group.sign().value()).isEqualTo((int) weight);
            then(group.parametrisation()).isEqualTo(Parametrisation.EXPONENTIAL);
        }
    }

    @Test
    void sense_thatBeginsAtZero_mayTakeEitherSign() {
        then(circuit().groups())
                .filteredOn(group ->
                        group.name().startsWith("sense/") && group.initial().equals(new InitialValue.Fixed(0)))
                .hasSize(2 * (28 - 8))
                .allMatch(group -> group.parametrisation() == Parametrisation.FREE);
    }

    private static WeightGroup group(String name) {
        return circuit().groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One quiet step first, since the pattern follows the rhythm a step later: then only extensors are active. */
    @Test
    void targets_whileAllLimbsStand_areThoseOfTheExtensors() {
        CircuitController controller = spinal("");
        try (ControllerHarness harness = new ControllerHarness(controller, SENSED)) {
            float[][] sensed = {new float[SENSED]};
            RawParameters raw = RawParameters.initial(controller, 1);
            ControllerHarness.Outcome first =
                    harness.run(sensed, new float[1][controller.state().size()], raw);
            ControllerHarness.Outcome second = harness.run(sensed, first.state(), raw);

            then(first.output()[0]).containsOnly(0);
            // The knee, at 0 rad, counts as fully up, whose weights begin at zero; the hips, at 0 rad, lie ahead of
            // 0.4 and of 0.7 rad, by 0.4 and 0.7 of the range there, and drive the extensor to its clip.
            double extensor = 0.8;
            then((double) second.output()[0][0]).isCloseTo(Math.tanh(0.3 * extensor), within(1e-6));
            then((double) second.output()[0][1]).isCloseTo(Math.tanh(0.8 * extensor), within(1e-6));
        }
    }

    @Test
    void knee_thatBearsLoad_holdsTheStance() {
        CircuitController controller = spinal("");
        List<String> names = controller.state().names();
        float[] loaded = new float[SENSED];
        loaded[at("joint/1/angle")] = -1.2f;
        loaded[at("joint/0/angle")] = 0.4f;
        float[] free = loaded.clone();
        // Its motor straightens the knee with all that it has, and half of what counts as full presses on the foot.
        loaded[at("joint/1/torque")] = 20;
        loaded[at("foot/0/force")] = 25;
        float[] state = new float[names.size()];
        state[names.indexOf("adaptation/F.fl")] = 1;
        try (ControllerHarness harness = new ControllerHarness(controller, SENSED)) {
            float[][] after = harness.run(
                            new float[][] {loaded, free},
                            new float[][] {state, state},
                            RawParameters.initial(controller, 1))
                    .state();

            int active = names.indexOf("active/F.fl");
            int extensor = names.indexOf("voltage/E.fl");
            then(after[0][active]).isZero();
            then(after[1][active]).isEqualTo(1);
            then((double) after[0][extensor]).isCloseTo(0.8, within(1e-6));
            then((double) after[1][extensor]).isCloseTo(0.8 * 0.8, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"none, false", "surrogate, true"})
    void gradient_ofTheFlexorsSenses_isThereWithSurrogatesAlone(String bursts, boolean isThere) {
        CircuitController controller = spinal(":bursts=" + bursts);
        RandomGenerator random = RandomStreams.named(3, "observations");
        int steps = 6;
        float[][] sensed = new float[steps][SENSED];
        float[][] towards = new float[steps][8];
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < SENSED; i++) {
                sensed[step][i] = (float) random.nextGaussian();
            }
            java.util.Arrays.fill(towards[step], 1);
        }
        List<String> elements = controller.parameters().get(0).elements();
        RawParameters raw = RawParameters.initial(controller, 1);
        float[] effective = controller.parameters().get(0).effective(raw.block("weights"));
        try (SequenceHarness harness = new SequenceHarness(controller, SENSED, steps)) {
            float[] gradient = harness.gradients(sensed, towards, new RawParameters(Map.of("weights", effective)))
                    .block("weights");

            then(gradient[elements.indexOf("pattern/fore/E>knee")]).isNotZero();
            then(gradient[elements.indexOf("sense/fore/hip-speed-up>E")] != 0
                            || gradient[elements.indexOf("sense/fore/hip-speed-down>E")] != 0)
                    .isTrue();
            then(gradient[elements.indexOf("sense/fore/hip-speed-up>F")] != 0
                            || gradient[elements.indexOf("sense/fore/hip-speed-down>F")] != 0)
                    .isEqualTo(isThere);
        }
    }

    @Test
    void bind_otherBodies_namesOneThatFits() {
        EnvironmentSpec swimmer = Environments.parse("swimmer/swim").create().spec();
        EnvironmentSpec torques =
                Environments.parse("quadruped/walk:actuation=torque").create().spec();

        thenThrownBy(() -> Controllers.parse("spinal").bind(swimmer))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0 feet")
                .hasMessageContaining("quadruped/walk fits");
        thenThrownBy(() -> Controllers.parse("spinal").bind(torques))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0 joints that take a target");
    }
}
