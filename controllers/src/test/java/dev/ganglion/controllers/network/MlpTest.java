package dev.ganglion.controllers.network;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MlpTest {
    @ParameterizedTest
    // Counted for a 23-64-64-5 and a 23-256-256-5 network: 23·64+64 + 64·64+64 + 64·5+5.
    @CsvSource({"mlp, 6021", "mlp:hidden=256x256, 73221", "mlp:hidden=8, 237"})
    void parameters_fiveJoints_areAsManyAsCounted(String name, int expected) {
        Controller controller = Controllers.parse(name).bind(SwimmerSpecs.swimmer(5));

        then(controller.parameters().stream().mapToInt(ParameterBlock::size).sum())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu"})
    void translate_smallNetwork_isTheFormula(String activation) {
        Controller controller =
                Controllers.parse("mlp:hidden=3x2,activation=" + activation).bind(SwimmerSpecs.swimmer(2));
        float[] observation = {0.3f, -0.2f, 0.5f, 1.5f, -1, 0.1f, 0.7f, -0.6f, 0.2f, 0, -0.4f};
        try (ControllerHarness harness = new ControllerHarness(controller, 11)) {
            RawParameters raw = RawParameters.initial(controller, 1);
            raw.block("layer-1/biases")[0] = 0.25f;

            float[] output = harness.run(new float[][] {observation}, new float[1][0], raw)
                    .output()[0];

            double[] first = layer(observation(observation), raw, 0, activation);
            double[] second = layer(first, raw, 1, activation);
            double[] expected = layer(second, raw, 2, "linear");
            then((double) output[0]).isCloseTo(expected[0], within(1e-7));
            then((double) output[1]).isCloseTo(expected[1], within(1e-7));
        }
    }

    @Test
    void bind_discreteAction_hasOneLogitPerChoice() {
        EnvironmentSpec cart = new EnvironmentSpec(
                "cart/test",
                1,
                new Box(Signals.of(Signal.scalar("cart/position", "m"))),
                new Discrete("cart/push", List.of("left", "none", "right")),
                0.02,
                500);

        then(Controllers.parse("mlp").bind(cart).outputs()).isEqualTo(3);
    }

    @Test
    void initialise_policy_startsNearZeroOutputs() {
        Controller controller = Controllers.parse("mlp").bind(SwimmerSpecs.swimmer(5));

        List<float[]> values = controller.parameters().stream()
                .map(block -> block.initialise(RandomStreams.named(1, block.name())))
                .toList();

        // Columns of the last matrix [64, 5] are orthogonal with length 0.01, of the first [23, 64] rows with √2.
        then(length(values.get(4), 0, 5, 64)).isCloseTo(0.01, within(1e-7));
        then(length(values.get(0), 0, 1, 64)).isCloseTo(Math.sqrt(2), within(1e-5));
        then(values.get(1)).containsOnly(0);
        then(values.get(5)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "64x", "64,64", "x64", "12345"})
    void parse_badSizes_isRefused(String sizes) {
        thenThrownBy(() -> Controllers.parse("mlp:hidden=" + sizes))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("64x64");
    }

    private static double[] observation(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double[] layer(double[] input, RawParameters raw, int index, String activation) {
        float[] weights = raw.block("layer-" + index + "/weights");
        float[] biases = raw.block("layer-" + index + "/biases");
        double[] output = new double[biases.length];
        for (int j = 0; j < output.length; j++) {
            double sum = biases[j];
            for (int i = 0; i < input.length; i++) {
                sum += input[i] * weights[i * output.length + j];
            }
            output[j] = switch (activation) {
                case "tanh" -> Math.tanh(sum);
                case "relu" -> Math.max(0, sum);
                default -> sum;
            };
        }
        return output;
    }

    private static double length(float[] values, int first, int stride, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[first + i * stride] * values[first + i * stride];
        }
        return Math.sqrt(sum);
    }
}
