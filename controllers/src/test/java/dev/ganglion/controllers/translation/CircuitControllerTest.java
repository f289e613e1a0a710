package dev.ganglion.controllers.translation;

import static dev.ganglion.controllers.circuit.Circuits.free;
import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.CircuitEvaluator;
import dev.ganglion.controllers.circuit.Circuits;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CircuitControllerTest {
    private static final int JOINTS = 3;
    private static final int BATCH = 6;
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(JOINTS);
    private static final int OBSERVATION = BODY.observation().size();

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private static Memoryless anyModel(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Memoryless.Linear();
            case 1 -> new Memoryless.Rectified();
            case 2 -> new Memoryless.Graded(SaturationGradient.LEAKY);
            default -> new Memoryless.HyperbolicTangent();
        };
    }

    private static Memoryless smoothModel(RandomGenerator random) {
        return random.nextBoolean() ? new Memoryless.Linear() : new Memoryless.HyperbolicTangent();
    }

    private static CircuitController controller(Circuit circuit) {
        return new CircuitController("test", new SignalBinding("test", BODY).bind(circuit));
    }

    private static float[][] observations(RandomGenerator random) {
        float[][] rows = new float[BATCH][OBSERVATION];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static float[][] phases(CircuitController controller, RandomGenerator random) {
        float[][] rows = new float[BATCH][controller.state().size()];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(period(controller, i));
            }
        }
        return rows;
    }

    private static int period(CircuitController controller, int phase) {
        return Integer.parseInt(controller.state().names().get(phase).split("/", -1)[1]);
    }

    private static double[] expected(CircuitController controller, float[] observation, float[] state, float[] raw) {
        Circuit circuit = controller.bound().circuit();
        Map<String, Double> weights = new HashMap<>();
        for (WeightGroup group : circuit.groups()) {
            weights.put(group.name(), (double) raw[weights.size()]);
        }
        Map<Integer, Integer> phases = new HashMap<>();
        for (int i = 0; i < state.length; i++) {
            phases.put(period(controller, i), (int) state[i]);
        }
        Map<String, Double> commands = new CircuitEvaluator(
                        circuit,
                        weights,
                        sensor -> observation[
                                BODY.observation()
                                                .signals()
                                                .offset(sensor.signal())
                                                .orElseThrow()
                                        + sensor.component()],
                        sensor -> 2 * Math.PI / (JOINTS + 1),
                        phases)
                .commands();
        return IntStream.range(0, JOINTS)
                .mapToDouble(joint -> commands.getOrDefault("joint/" + joint + "/torque", Double.NaN))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void translate_randomCircuit_isWhatEachNeuronComputesByItself(long seed) {
        RandomGenerator random = RandomStreams.named(seed, "circuit");
        CircuitController controller = controller(Circuits.random(JOINTS, random, CircuitControllerTest::anyModel));
        float[][] observations = observations(random);
        float[][] phases = phases(controller, random);
        RawParameters raw = RawParameters.initial(controller, seed);
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            ControllerHarness.Outcome outcome = harness.run(observations, phases, raw);

            for (int row = 0; row < BATCH; row++) {
                double[] expected = expected(controller, observations[row], phases[row], raw.block("weights"));
                for (int joint = 0; joint < JOINTS; joint++) {
                    then((double) outcome.output()[row][joint])
                            .as("row %d, joint %d", row, joint)
                            .isCloseTo(expected[joint], within(1e-4 * (1 + Math.abs(expected[joint]))));
                }
                for (int i = 0; i < phases[row].length; i++) {
                    then(outcome.state()[row][i]).isEqualTo((phases[row][i] + 1) % period(controller, i));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gradient_randomSmoothCircuit_isTheFiniteDifference(long seed) {
        RandomGenerator random = RandomStreams.named(seed, "smooth");
        CircuitController controller = controller(Circuits.random(JOINTS, random, CircuitControllerTest::smoothModel));
        float[][] observations = observations(random);
        float[][] phases = phases(controller, random);
        float[][] directions = new float[BATCH][JOINTS];
        for (float[] row : directions) {
            for (int joint = 0; joint < JOINTS; joint++) {
                row[joint] = (float) random.nextGaussian();
            }
        }
        RawParameters raw = RawParameters.initial(controller, seed);
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            float[] gradient =
                    harness.gradients(observations, phases, directions, raw).block("weights");

            float step = 0x1p-10f;
            for (int i = 0; i < gradient.length; i++) {
                float[] above = raw.block("weights").clone();
                float[] below = raw.block("weights").clone();
                above[i] += step;
                below[i] -= step;
                double difference = 0;
                for (int row = 0; row < BATCH; row++) {
                    double[] high = expected(controller, observations[row], phases[row], above);
                    double[] low = expected(controller, observations[row], phases[row], below);
                    for (int joint = 0; joint < JOINTS; joint++) {
                        difference += directions[row][joint] * (high[joint] - low[joint]) / (above[i] - below[i]);
                    }
                }
                then((double) gradient[i])
                        .as("weight %d", i)
                        .isCloseTo(difference, within(1e-3 * (1 + Math.abs(difference))));
            }
        }
    }

    @Test
    void translate_onlyConstantSources_givesEveryRowTheSame() {
        Circuit circuit = new Circuit(
                "tonic",
                List.of(neuron("drive", new Source.Constant(0.5)), neuron("a", new Memoryless.Linear())),
                List.of(Synapse.chemical("drive", "a", "w")),
                List.of(free("w", 3)),
                IntStream.range(0, JOINTS)
                        .mapToObj(joint -> new OutputPort(
                                "joint/" + joint + "/torque", 0, List.of(new OutputPort.Term("a", joint))))
                        .toList());
        CircuitController controller = controller(circuit);
        then(controller.state()).isEqualTo(StateSpec.none());
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            float[][] output = harness.run(
                            new float[2][OBSERVATION], new float[2][0], RawParameters.initial(controller, 1))
                    .output();

            then(output).isDeepEqualTo(new float[][] {{0, 1.5f, 3}, {0, 1.5f, 3}});
        }
    }

    @Test
    void parameters_circuitWithoutSynapses_areNone() {
        Circuit circuit = new Circuit(
                "silent",
                List.of(),
                List.of(),
                List.of(),
                IntStream.range(0, JOINTS)
                        .mapToObj(joint -> new OutputPort("joint/" + joint + "/torque", 0, List.of()))
                        .toList());
        CircuitController controller = controller(circuit);

        then(controller.parameters()).isEmpty();
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            then(harness.run(new float[2][OBSERVATION], new float[2][0], RawParameters.initial(controller, 1))
                            .output())
                    .isDeepEqualTo(new float[2][JOINTS]);
        }
    }
}
