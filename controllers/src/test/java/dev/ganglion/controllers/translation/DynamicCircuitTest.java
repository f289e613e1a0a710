package dev.ganglion.controllers.translation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.NumericGradient;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Circuits;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.DynamicEvaluator;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Circuits with dynamics against {@link DynamicEvaluator}. */
class DynamicCircuitTest {
    private static final int JOINTS = 3;
    private static final int STEPS = 2;
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(JOINTS);
    private static final int OBSERVATION = BODY.observation().size();
    private static final Dynamics DYNAMICS = new Dynamics(2, 0.01);

    private static Receiver learned(String name, RandomGenerator random) {
        return NeuronModels.named(name).withConstants(constant -> switch (random.nextInt(3)) {
            case 0 -> constant;
            case 1 -> constant.learned(Constant.Scope.SHARED);
            default -> constant.learned(Constant.Scope.OWN);
        });
    }

    private static CircuitController controller(Circuit circuit) {
        return new CircuitController("test", new SignalBinding("test", BODY).bind(circuit));
    }

    private static float[][] observations(RandomGenerator random) {
        float[][] sequence = new float[STEPS][OBSERVATION];
        for (float[] row : sequence) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return sequence;
    }

    /** Effective initial values by block. */
    private static RawParameters effective(CircuitController controller, long seed) {
        RawParameters raw = RawParameters.initial(controller, seed);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            values.put(block.name(), block.effective(raw.block(block.name())));
        }
        return new RawParameters(values);
    }

    private static DynamicEvaluator evaluator(CircuitController controller, NumericGradient.Values values) {
        Circuit circuit = controller.bound().circuit();
        Map<String, Double> byElement = new HashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            for (int i = 0; i < block.size(); i++) {
                byElement.put(block.elements().get(i), values.block(block.name())[i]);
            }
        }
        List<String> names = controller.state().names();
        float[] state = controller.initialState(RandomStreams.named(0, "state"));
        return new DynamicEvaluator(
                circuit,
                variable -> state[names.indexOf(variable)],
                byElement,
                (neuron, name) -> value(
                        byElement,
                        ((Receiver) neuron.model()).constants(),
                        name,
                        "neuron/" + name + "/" + neuron.cellClass(),
                        "neuron/" + name + "/" + neuron.name()),
                (synapse, name) -> value(
                        byElement,
                        synapse.model().constants(),
                        name,
                        "synapse/" + name + "/" + synapse.group(),
                        "synapse/" + name + "/" + synapse.pre() + ">" + synapse.post()));
    }

    private static double value(
            Map<String, Double> byElement, List<Constant.Named> constants, String name, String shared, String own) {
        Constant constant = constants.stream()
                .filter(named -> named.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
        if (constant instanceof Constant.Learned learned) {
            return Objects.requireNonNull(byElement.get(learned.scope() == Constant.Scope.SHARED ? shared : own), name);
        }
        return ((Constant.Fixed) constant).value();
    }

    private static double source(Source source, float[] observation, int time) {
        if (source instanceof Source.Sensor sensor) {
            Transfer transfer = sensor.transfer();
            int column = BODY.observation().signals().offset(sensor.signal()).orElseThrow() + sensor.component();
            double scale = transfer.scale() == Transfer.Scale.LIMIT ? 2 * Math.PI / (JOINTS + 1) : 1;
            double answer = transfer.gain() * observation[column] / scale + transfer.offset();
            return Math.min(transfer.high(), Math.max(transfer.low(), answer));
        }
        return source instanceof Source.Oscillator oscillator
                ? oscillator.isActiveAt(time % oscillator.period()) ? 1 : 0
                : ((Source.Constant) source).value();
    }

    private static double[][] expected(DynamicEvaluator evaluator, float[][] observations) {
        double[][] outputs = new double[STEPS][JOINTS];
        for (int time = 0; time < STEPS; time++) {
            float[] seen = observations[time];
            int now = time;
            Map<String, Double> commands = evaluator.step(neuron -> source((Source) neuron.model(), seen, now));
            for (int joint = 0; joint < JOINTS; joint++) {
                outputs[time][joint] = Objects.requireNonNull(commands.get("joint/" + joint + "/torque"));
            }
        }
        return outputs;
    }

    static Stream<Arguments> everyModel() {
        return NeuronModels.names().stream()
                .flatMap(neuron ->
                        Stream.of("static", "stp", "normalised").map(synapse -> Arguments.of(neuron, synapse)));
    }

    private static SynapseModel synapses(String name, RandomGenerator random) {
        if (name.equals("static")) {
            return SynapseModels.named(name);
        }
        Constant.Scope scope = random.nextBoolean() ? Constant.Scope.SHARED : Constant.Scope.OWN;
        return new SynapseModel.ShortTerm(
                Constant.of(0.8).learned(scope), Constant.of(0.3), 0.2, name.equals("normalised"));
    }

    private static Circuit circuit(String neuron, String synapse, RandomGenerator random) {
        Receiver model = learned(neuron, random);
        SynapseModel plastic = synapses(synapse, random);
        return Circuits.recurrent(
                JOINTS,
                random,
                each -> each.nextInt(4) == 0 ? NeuronModels.named("tanh") : model,
                each -> each.nextInt(4) == 0 ? SynapseModels.named("static") : plastic,
                DYNAMICS);
    }

    @ParameterizedTest
    @MethodSource("everyModel")
    void translate_randomCircuit_isWhatEachNeuronComputesByItself(String neuron, String synapse) {
        RandomGenerator random = RandomStreams.named(1, neuron + "/" + synapse);
        CircuitController controller = controller(circuit(neuron, synapse, random));
        float[][] observations = observations(random);
        RawParameters values = effective(controller, 1);
        try (SequenceHarness harness = new SequenceHarness(controller, OBSERVATION, STEPS)) {
            SequenceHarness.Outcome outcome = harness.run(observations, values);

            DynamicEvaluator evaluator = evaluator(controller, NumericGradient.Values.of(values));
            double[][] outputs = expected(evaluator, observations);
            for (int time = 0; time < STEPS; time++) {
                for (int joint = 0; joint < JOINTS; joint++) {
                    then((double) outcome.outputs().get(time)[joint])
                            .as("step %d, joint %d", time, joint)
                            .isCloseTo(outputs[time][joint], within(1e-4 * (1 + Math.abs(outputs[time][joint]))));
                }
            }
            thenStateIs(evaluator, controller, outcome.states().get(STEPS - 1));
        }
    }

    private static void thenStateIs(DynamicEvaluator evaluator, CircuitController controller, float[] state) {
        Map<String, Synapse> synapses = new HashMap<>();
        controller.bound().circuit().synapses().stream()
                .filter(one -> one.kind() == SynapseKind.CHEMICAL)
                .forEach(one -> synapses.put(one.pre() + ">" + one.post(), one));
        List<String> names = controller.state().names();
        for (int i = 0; i < state.length; i++) {
            String[] path = names.get(i).split("/", -1);
            double value = switch (path[0]) {
                case "oscillator" -> STEPS % Integer.parseInt(path[1]);
                case "efficacy" -> evaluator.efficacy(Objects.requireNonNull(synapses.get(path[1])));
                default -> evaluator.variable(path[1], path[0]);
            };
            then((double) state[i]).as(names.get(i)).isCloseTo(value, within(1e-4 * (1 + Math.abs(value))));
        }
    }

    // Neurons that fire have no gradient to compare with, nor have rectified and graded ones at their corners.
    @ParameterizedTest
    @CsvSource({
        "linear, static", "tanh, static", "clipsin, static", "ctrnn, static", "ltc, static",
        "linear, stp", "tanh, normalised", "ctrnn, stp", "ctrnn, normalised", "ltc, stp"
    })
    void gradient_smoothCircuit_isTheFiniteDifference(String neuron, String synapse) {
        RandomGenerator random = RandomStreams.named(2, neuron + "/" + synapse);
        CircuitController controller = controller(circuit(neuron, synapse, random));
        float[][] observations = observations(random);
        float[][] towards = new float[STEPS][JOINTS];
        for (float[] row : towards) {
            for (int joint = 0; joint < JOINTS; joint++) {
                row[joint] = (float) random.nextGaussian();
            }
        }
        RawParameters values = effective(controller, 1);
        try (SequenceHarness harness = new SequenceHarness(controller, OBSERVATION, STEPS)) {
            RawParameters gradients = harness.gradients(observations, towards, values);

            NumericGradient.thenAgrees(
                    gradients,
                    values,
                    at -> {
                        double[][] outputs = expected(evaluator(controller, at), observations);
                        return IntStream.range(0, STEPS)
                                .mapToDouble(time -> IntStream.range(0, JOINTS)
                                        .mapToDouble(joint -> towards[time][joint] * outputs[time][joint])
                                        .sum())
                                .sum();
                    },
                    2e-3);
        }
    }
}
