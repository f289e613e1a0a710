package dev.ganglion.controllers.translation;

import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.g;
import static dev.ganglion.controllers.circuit.Circuits.free;
import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.WatchedNeuron;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Circuits;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Circuits with dynamics that are the same as something else. */
class DynamicEquivalenceTest {
    private static CircuitController controller(Circuit circuit, EnvironmentSpec body) {
        return new CircuitController("test", new SignalBinding("test", body).bind(circuit));
    }

    @Test
    void layersWithoutMemory_asManyInnerStepsAsLayers_areTheSameAsWithoutDynamics() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(3);
        RandomGenerator random = RandomStreams.named(4, "layers");
        Circuit atOnce = Circuits.random(3, random, each -> (Memoryless) NeuronModels.named("tanh"));
        Circuit stepped = atOnce.withNeurons(
                neuron -> neuron, Optional.of(new Dynamics(atOnce.levels().size(), 0.03)));
        CircuitController one = controller(atOnce, body);
        CircuitController other = controller(stepped, body);
        int observations = body.observation().size();
        float[][] sensed = new float[4][observations];
        for (float[] row : sensed) {
            for (int i = 0; i < observations; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        try (ControllerHarness first = new ControllerHarness(one, observations);
                ControllerHarness second = new ControllerHarness(other, observations)) {
            RawParameters raw = RawParameters.initial(one, 1);
            float[][] expected =
                    first.run(sensed, first.initialStates(4, random), raw).output();
            float[][] actual =
                    second.run(sensed, second.initialStates(4, random), raw).output();

            for (int row = 0; row < 4; row++) {
                then(actual[row]).containsExactly(expected[row], within(1e-5f));
            }
        }
        then(other.state().kind()).isEqualTo(StateSpec.Kind.TRAINED);
    }

    /**
     * The dense wiring of two tanh units with three inputs and biases, all but the biases plastic: the recurrent unit
     * of Rodriguez, Guo and Moraitis (2022).
     */
    private static Circuit shortTermUnit(boolean isNormalised, double limit) {
        List<Neuron> neurons = new ArrayList<>();
        Transfer asItIs = new Transfer(Transfer.Scale.UNIT, 1, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int input = 0; input < 3; input++) {
            neurons.add(neuron("z" + input, new Source.Sensor("joint/" + input + "/angle", 0, asItIs)));
        }
        neurons.add(neuron("z3", new Memoryless.HyperbolicTangent()));
        neurons.add(neuron("z4", new Memoryless.HyperbolicTangent()));
        neurons.add(neuron("bias", new Source.Constant(1)));
        SynapseModel plastic = new SynapseModel.ShortTerm(
                Constant.of(0.5).learned(Constant.Scope.OWN),
                Constant.of(0).learned(Constant.Scope.OWN),
                limit,
                isNormalised);
        List<Synapse> synapses = new ArrayList<>();
        List<WeightGroup> groups = new ArrayList<>();
        for (int unit = 0; unit < 2; unit++) {
            for (int pre = 0; pre < 5; pre++) {
                String group = "w/" + unit + "." + pre;
                synapses.add(
                        Synapse.chemical("z" + pre, "z" + (3 + unit), group).withModel(plastic));
                groups.add(free(group, g(unit, pre, 1)));
            }
            synapses.add(Synapse.chemical("bias", "z" + (3 + unit), "b/" + unit));
            groups.add(free("b/" + unit, g(unit, 0, 4)));
        }
        List<OutputPort> outputs = IntStream.range(0, 3)
                .mapToObj(joint -> new OutputPort(
                        "joint/" + joint + "/torque",
                        0,
                        joint < 2 ? List.of(new OutputPort.Term("z" + (3 + joint), 1)) : List.of()))
                .toList();
        return new Circuit("stp", neurons, synapses, groups, outputs, Optional.of(new Dynamics(1, 0.03)));
    }

    private static RawParameters goldenParameters(Controller controller) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            float[] raw = block.initialise(RandomStreams.named(1, block.name()));
            for (int i = 0; i < raw.length; i++) {
                String element = block.elements().get(i);
                String[] ends = element.substring(element.lastIndexOf('/') + 1).split(">", -1);
                if (ends.length == 2) {
                    int pre = Integer.parseInt(ends[0].substring(1));
                    int post = Integer.parseInt(ends[1].substring(1)) - 3;
                    raw[i] = element.contains("retention")
                            ? (float) (0.5 + 0.4 * Math.sin(2 + g(post, pre, 2)))
                            : (float) (0.5 * g(post, pre, 3));
                }
            }
            values.put(block.name(), raw);
        }
        return new RawParameters(values);
    }

    private static void thenIsGolden(boolean isNormalised, double[] first, double[] last, double[] efficacies) {
        EnvironmentSpec body = SwimmerSpecs.swimmer(3);
        CircuitController controller = controller(shortTermUnit(isNormalised, Double.POSITIVE_INFINITY), body);
        float[][] inputs = new float[4][body.observation().size()];
        for (int time = 0; time < 4; time++) {
            for (int k = 0; k < 3; k++) {
                inputs[time][k] = (float) (0.2 * time + 0.1 * k - 0.3);
            }
        }
        try (SequenceHarness harness = new SequenceHarness(controller, inputs[0].length, 4)) {
            SequenceHarness.Outcome outcome = harness.run(inputs, goldenParameters(controller));

            then(Arrays.copyOf(outcome.outputs().get(0), 2)).containsExactly(floats(first), within(1e-5f));
            then(Arrays.copyOf(outcome.outputs().get(3), 2)).containsExactly(floats(last), within(1e-5f));
            float[] state = outcome.states().get(3);
            List<String> names = controller.state().names();
            for (int i = 0; i < efficacies.length; i++) {
                int place = names.indexOf("efficacy/z" + i % 5 + ">z" + (3 + i / 5));
                then((double) state[place]).isCloseTo(efficacies[i], within(1e-5));
            }
        }
    }

    // The golden vectors of the published layer, computed in double precision by an independent program from its
    // equations; the same that the layer itself is tested with.
    @Test
    void denseTanhWithShortTermPlasticity_normalised_isTheShortTermPlasticityNeuron() {
        thenIsGolden(
                true,
                new double[] {-0.6073206130, 0.5722562047},
                new double[] {0.1823201093, -0.1125362389},
                new double[] {
                    0.0088928713,
                    -0.0227061535,
                    -0.0090366238,
                    -0.1269749592,
                    0.0573167445,
                    0.0211769577,
                    -0.0137166568,
                    0.0063848919,
                    -0.1043705890,
                    0.0518436478
                });
    }

    @Test
    void denseTanhWithShortTermPlasticity_notNormalised_isTheShortTermPlasticityNeuron() {
        thenIsGolden(
                false,
                new double[] {-0.5632369435, 0.5231335073},
                new double[] {0.0655379874, -0.0439733037},
                new double[0]);
    }

    @Test
    void activity_ncap_isInBodyOrderAndMakesTheTorque() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(3);
        Controller ncap = Controllers.parse("ncap").bind(body);

        then(ncap.neurons())
                .extracting(WatchedNeuron::name)
                .startsWith("O.d", "O.v", "stretch.d0")
                .endsWith("dBWM2", "VB2", "vBWM2")
                .hasSize(18);
        try (ActivityProbe probe = new ActivityProbe(ncap, body.observation().size())) {
            float[] sensed = new float[body.observation().size()];
            sensed[0] = 0.3f;
            ActivityProbe.Seen seen = probe.step(sensed);

            for (int joint = 0; joint < 3; joint++) {
                then(seen.of("dBWM" + joint) - seen.of("vBWM" + joint)).isEqualTo(seen.output()[joint]);
            }
            then(seen.of("O.d")).isEqualTo(1);
        }
    }

    @Test
    void activity_controllerWithoutNamedNeurons_isNone() {
        then(Controllers.parse("mlp").bind(SwimmerSpecs.swimmer(3)).neurons()).isEmpty();
    }

    @Test
    void learnedConstants_everyClass_sharesOneOfEach() {
        Controller ncap =
                Controllers.parse("ncap:neuron=ctrnn,constants=learned").bind(SwimmerSpecs.swimmer(5));

        List<String> elements = ncap.parameters().stream()
                .filter(block -> block.name().equals("neurons"))
                .flatMap(block -> block.elements().stream())
                .toList();
        then(elements)
                .containsExactlyInAnyOrder(
                        "neuron/time-constant/DB",
                        "neuron/gain/DB",
                        "neuron/bias/DB",
                        "neuron/time-constant/VB",
                        "neuron/gain/VB",
                        "neuron/bias/VB");
        ParameterBlock block = ncap.parameters().get(1);
        float[] effective = block.effective(block.initialise(RandomStreams.named(1, "init")));
        then(effective[block.elements().indexOf("neuron/time-constant/DB")]).isCloseTo(0.05f, within(1e-6f));
        then(effective[block.elements().indexOf("neuron/bias/VB")]).isEqualTo(-0.5f);
    }

    @Test
    void state_ncapWithMembranes_holdsPhasesAndVoltages() {
        Controller ncap = Controllers.parse("ncap:neuron=ctrnn").bind(SwimmerSpecs.swimmer(2));

        then(ncap.state().kind()).isEqualTo(StateSpec.Kind.TRAINED);
        then(ncap.state().names())
                .containsExactly(
                        "oscillator/phase",
                        "voltage/DB0",
                        "voltage/DB1",
                        "voltage/VB0",
                        "voltage/VB1",
                        "input/dBWM0",
                        "input/dBWM1",
                        "input/vBWM0",
                        "input/vBWM1");
        then(Objects.requireNonNull(ncap.initialState(RandomStreams.named(1, "state"))))
                .containsOnly(0);
    }
}
