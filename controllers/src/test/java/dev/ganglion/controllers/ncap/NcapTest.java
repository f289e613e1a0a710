package dev.ganglion.controllers.ncap;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NcapTest {
    @Test
    void translate_handExample_copiesEachAngleToTheNextJoint() {
        // By hand, with all weights ±1 and angles as shares of the limit: each joint gets the angle before it, the
        // head's joint gets the oscillator.
        EnvironmentSpec body = SwimmerSpecs.swimmer(5);
        float[] shares = {0.2f, -0.1f, 0.3f, 0, -0.4f};
        float[][] observations = new float[2][body.observation().size()];
        for (float[] observation : observations) {
            for (int joint = 0; joint < 5; joint++) {
                observation[joint] = (float) (shares[joint] * 2 * Math.PI / 6);
            }
        }
        Controller ncap = Controllers.parse("ncap").bind(body);
        try (ControllerHarness harness = new ControllerHarness(ncap, observations[0].length)) {
            float[][] actions = harness.run(observations, new float[][] {{0}, {30}}, RawParameters.initial(ncap, 1))
                    .output();

            then(actions[0]).containsExactly(new float[] {1, 0.2f, -0.1f, 0.3f, 0}, within(1e-6f));
            then(actions[1]).containsExactly(new float[] {-1, 0.2f, -0.1f, 0.3f, 0}, within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 60, ncap",
        "3, 60, ncap:weights=clamp",
        "5, 60, ncap:weights=straight-through",
        "5, 61, 'ncap:period=61,gradient=exact'",
        "11, 60, ncap:gradient=straight-through",
        "30, 7, ncap:period=7"
    })
    void translate_randomObservations_isTheFormula(int joints, int period, String name) {
        EnvironmentSpec body = SwimmerSpecs.swimmer(joints);
        Map<String, Double> weights = Map.of("prop", 1.7, "osc", 0.4, "ipsi", 1.3, "contra", -0.6);
        NcapFormula formula = new NcapFormula(joints, period, weights);
        RandomGenerator random = RandomStreams.named(joints, "observations");
        float[][] observations = observations(body, 40, random);
        float[][] phases = new float[40][1];
        for (int row = 0; row < 40; row++) {
            phases[row][0] = random.nextInt(period);
        }
        Controller ncap = Controllers.parse(name).bind(body);
        try (ControllerHarness harness = new ControllerHarness(ncap, observations[0].length, weights)) {
            float[][] actions = harness.run(observations, phases, RawParameters.initial(ncap, 1))
                    .output();

            for (int row = 0; row < 40; row++) {
                double[] expected = formula.action(angles(observations[row], joints), (int) phases[row][0]);
                for (int joint = 0; joint < joints; joint++) {
                    then((double) actions[row][joint]).isCloseTo(expected[joint], within(1e-6));
                }
            }
        }
    }

    @Test
    void translate_speedAndTurnDrives_isTheFormula() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(5);
        Map<String, Double> weights =
                Map.of("prop", 1.2, "osc", 0.8, "ipsi", 1.1, "contra", -0.7, "speed", -0.5, "turn", 0.9);
        NcapFormula formula = new NcapFormula(5, 60, weights, 0.25, 0.5, 0.125, 2);
        String name = "ncap:speed=on,speed-drive=0.25,turn=on,turn-right=0.5,turn-left=0.125,turn-joints=2";
        float[][] observations = observations(body, 20, RandomStreams.named(3, "observations"));
        thenActsLike(name, body, observations, weights, row -> formula);
    }

    @Test
    void translate_speedAndTurnSignals_isTheFormula() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(
                4,
                Signal.scalar("command/turn-left", "1"),
                Signal.scalar("command/speed", "1"),
                Signal.scalar("command/turn-right", "1"));
        Map<String, Double> weights =
                Map.of("prop", 1.2, "osc", 0.8, "ipsi", 1.1, "contra", -0.7, "speed", -0.5, "turn", 0.9);
        float[][] observations = observations(body, 20, RandomStreams.named(4, "observations"));
        int first = body.observation().size() - 3;
        thenActsLike("ncap:speed=on,turn=on", body, observations, weights, row -> {
            float[] seen = observations[row];
            return new NcapFormula(4, 60, weights, unit(seen[first + 1]), unit(seen[first + 2]), unit(seen[first]), 1);
        });
    }

    private static double unit(double x) {
        return Math.min(1, Math.max(0, x));
    }

    private interface FormulaOfRow {
        NcapFormula at(int row);
    }

    private static void thenActsLike(
            String name,
            EnvironmentSpec body,
            float[][] observations,
            Map<String, Double> weights,
            FormulaOfRow formula) {
        Controller ncap = Controllers.parse(name).bind(body);
        float[][] phases = new float[observations.length][1];
        for (int row = 0; row < phases.length; row++) {
            phases[row][0] = row * 7 % 60;
        }
        try (ControllerHarness harness = new ControllerHarness(ncap, observations[0].length, weights)) {
            float[][] actions = harness.run(observations, phases, RawParameters.initial(ncap, 1))
                    .output();
            for (int row = 0; row < phases.length; row++) {
                double[] expected =
                        formula.at(row).action(angles(observations[row], actions[row].length), (int) phases[row][0]);
                for (int joint = 0; joint < expected.length; joint++) {
                    then((double) actions[row][joint]).isCloseTo(expected[joint], within(1e-6));
                }
            }
        }
    }

    @Test
    void translate_contraCutOff_leavesActionsBitIdentical() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(5);
        Controller ncap = Controllers.parse("ncap").bind(body);
        float[][] observations = observations(body, 200, RandomStreams.named(9, "observations"));
        float[][] phases = new float[200][1];
        for (int row = 0; row < 200; row++) {
            phases[row][0] = row % 60;
        }
        RawParameters raw = RawParameters.initial(ncap, 1);
        try (ControllerHarness intact = new ControllerHarness(ncap, observations[0].length);
                ControllerHarness cut = new ControllerHarness(ncap, observations[0].length, Map.of("contra", 0.0))) {
            float[][] expected = intact.run(observations, phases, raw).output();
            float[][] actions = cut.run(observations, phases, raw).output();

            for (int row = 0; row < 200; row++) {
                for (int joint = 0; joint < 5; joint++) {
                    then(Float.floatToRawIntBits(actions[row][joint]))
                            .isEqualTo(Float.floatToRawIntBits(expected[row][joint]));
                }
            }
        }
    }

    @Test
    void state_steppedThroughPeriods_countsControlStepsFromZero() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(2);
        Controller ncap = Controllers.parse("ncap:period=5").bind(body);
        then(ncap.state()).isEqualTo(new StateSpec(StateSpec.Kind.AUTONOMOUS, List.of("oscillator/phase"), List.of(5)));
        float[][] observation = new float[1][body.observation().size()];
        try (ControllerHarness harness = new ControllerHarness(ncap, observation[0].length)) {
            RawParameters raw = RawParameters.initial(ncap, 1);
            float[][] state = {ncap.initialState(RandomStreams.named(1, "state"))};
            for (int step = 0; step < 12; step++) {
                then(state[0]).containsExactly(step % 5);

                ControllerHarness.Outcome outcome = harness.run(observation, state, raw);

                // floor(5 / 2) = 2 steps of each period are dorsal.
                then(outcome.output()[0][0]).isEqualTo(step % 5 < 2 ? 1f : -1f);
                state = outcome.state();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ncap, 5, 4",
        "ncap, 30, 4",
        "'ncap:speed=on,turn=on', 5, 6",
        "ncap:sharing=off, 5, 30",
        "ncap:sharing=off, 11, 66",
        "'ncap:sharing=off,speed=on,turn=on', 5, 42",
        "ncap:proprioception=off, 5, 3",
        "ncap:oscillator=off, 5, 3",
        "'ncap:oscillator=off,proprioception=off', 5, 2"
    })
    void parameters_ofEachVariant_areAsManyAsCounted(String name, int joints, int expected) {
        Controller ncap = Controllers.parse(name).bind(SwimmerSpecs.swimmer(joints));

        then(ncap.parameters().stream().mapToInt(ParameterBlock::size).sum()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exponential", "clamp", "straight-through", "free"})
    void initialise_constant_isOneWithTheSignOfThePathway(String weights) {
        ParameterBlock block = Controllers.parse("ncap:weights=" + weights)
                .bind(SwimmerSpecs.swimmer(5))
                .parameters()
                .get(0);

        float[] raw = block.initialise(RandomStreams.named(1, "init"));

        then(block.elements()).containsExactly("prop", "osc", "ipsi", "contra");
        then(block.effective(raw)).containsExactly(1, 1, 1, -1);
    }

    @ParameterizedTest
    // Ranges of the initial draws; magnitudes for one half of all draws lie below ½ where they are uniform.
    @CsvSource({
        "'ncap:init=uniform', 0, 1, -1, 0, 0.5",
        "'ncap:signs=free', -1, 1, -1, 1, 0",
        "'ncap:signs=free,init=uniform', -1, 1, -1, 1, 0.5"
    })
    void initialise_ablated_drawsEachWeightFromItsRange(
            String name, float low, float high, float contraLow, float contraHigh, double below) {
        ParameterBlock block = Controllers.parse(name)
                .bind(SwimmerSpecs.swimmer(5))
                .parameters()
                .get(0);
        int draws = 2000;
        int small = 0;
        int positive = 0;
        RandomGenerator random = RandomStreams.named(2, "init");
        for (int i = 0; i < draws; i++) {
            float[] effective = block.effective(block.initialise(random));
            then(effective[0]).isBetween(low, high);
            then(effective[3]).isBetween(contraLow, contraHigh);
            small += Math.abs(effective[0]) < 0.5 ? 1 : 0;
            positive += effective[0] > 0 ? 1 : 0;
        }

        then((double) small / draws).isCloseTo(below, within(0.04));
        then((double) positive / draws).isCloseTo(low < 0 ? 0.5 : 1, within(0.04));
    }

    @Test
    void initialise_freeSignsUnshared_drawsEachSignByItself() {
        ParameterBlock block = Controllers.parse("ncap:signs=free,sharing=off")
                .bind(SwimmerSpecs.swimmer(11))
                .parameters()
                .get(0);

        float[] effective = block.effective(block.initialise(RandomStreams.named(3, "init")));

        then(effective).containsOnly(1, -1).contains(1, -1);
    }

    @Test
    void bind_bodyWithoutJoints_listsWhatIsMissing() {
        EnvironmentSpec cart = new EnvironmentSpec(
                "cart/test",
                1,
                new Box(Signals.of(Signal.scalar("cart/position", "m"), Signal.scalar("pole/angle", "rad"))),
                new Discrete("cart/push", List.of("left", "right")),
                0.02,
                500);

        thenThrownBy(() -> Controllers.parse("ncap").bind(cart))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ncap does not fit cart/test, which lacks joint/*/angle to sense (it offers"
                        + " cart/position, pole/angle) and joint/*/torque to command (it offers cart/push, a choice"
                        + " of left, right); adapter=linear puts a learned encoder and decoder between");
    }

    @Test
    void bind_driveOfAPortThatIsOff_isRefused() {
        thenThrownBy(() -> Controllers.parse("ncap:turn-right=0.5").bind(SwimmerSpecs.swimmer(5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ncap: turn-right acts only with turn=on");
    }

    @Test
    void bind_innerStepsOfWhatAnswersAtOnce_isRefused() {
        thenThrownBy(() -> Controllers.parse("ncap:neuron=tanh,inner-steps=3").bind(SwimmerSpecs.swimmer(5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ncap: inner-steps acts only with neurons that have a membrane, such as neuron=ctrnn, or"
                        + " with plastic synapses, such as synapse=stp");
    }

    @Test
    void takesRawSignals_always() {
        then(Controllers.parse("ncap").bind(SwimmerSpecs.swimmer(5)).takesRawSignals())
                .isTrue();
    }

    static float[][] observations(EnvironmentSpec body, int batch, RandomGenerator random) {
        float[][] observations = new float[batch][body.observation().size()];
        for (float[] observation : observations) {
            for (int i = 0; i < observation.length; i++) {
                observation[i] = (float) (0.8 * random.nextGaussian());
            }
        }
        return observations;
    }

    private static double[] angles(float[] observation, int joints) {
        double[] angles = new double[joints];
        for (int joint = 0; joint < joints; joint++) {
            angles[joint] = observation[joint];
        }
        return angles;
    }
}
