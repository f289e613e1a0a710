package dev.ganglion.controllers.ncap;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationTest {
    private static final EnvironmentSpec BODY =
            Environments.parse("swimmer/navigate").create().spec();

    /** A bent body with the target so many metres to the left of its nose and behind it. */
    private static float[] sensing(double left, double behind) {
        RandomGenerator random = RandomStreams.named(4, "pose");
        float[] observation = new float[BODY.observation().size()];
        for (int joint = 0; joint < 5; joint++) {
            observation[joint] = (float) random.nextDouble(-1, 1);
        }
        int target = BODY.observation().signals().offset("target/position").orElseThrow();
        observation[target] = (float) left;
        observation[target + 1] = (float) behind;
        return observation;
    }

    private static float[] torques(String name, Map<String, Double> weights, float[] sensed) {
        Controller controller = Controllers.parse(name).bind(BODY);
        try (ControllerHarness harness = new ControllerHarness(controller, sensed.length, weights)) {
            float[][] state = {controller.initialState(RandomStreams.named(1, "state"))};
            return harness.run(new float[][] {sensed}, state, RawParameters.initial(controller, 1))
                    .output()[0];
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-0.11, 'ncap:turn=on,turn-right=0.75'",
        "-0.09, ncap",
        "0.09, ncap",
        "0.11, 'ncap:turn=on,turn-left=0.75'"
    })
    void hard_targetAside_turnsToIt(double left, String same) {
        then(torques("ncap:navigate=hard", Map.of(), sensing(left, -1)))
                .containsExactly(torques(same, Map.of(), sensing(left, -1)));
    }

    @ParameterizedTest
    @CsvSource({"-0.13, 1", "-0.11, 0", "0.11, 0", "0.13, 1"})
    void hard_withABrake_stopsBesideTheTarget(double behind, double speed) {
        then(torques("ncap:navigate=hard,speed=on", Map.of(), sensing(0, behind)))
                .containsExactly(torques("ncap:speed=on,speed-drive=" + speed, Map.of(), sensing(0, behind)));
    }

    @Test
    void learned_atTheBeginning_swimsStraightOn() {
        then(torques("ncap:navigate=learned", Map.of(), sensing(0.7, 0.4)))
                .containsExactly(torques("ncap", Map.of(), sensing(0.7, 0.4)));
    }

    /** Right by 0.6 · 0.5 m + 0.5 · 0.4 m − 0.1 = 0.4, left by 0.2, braked by 0.3 · 0.4 m + 0.08 = 0.2. */
    @Test
    void learned_anyWeights_isTheirLinearLayer() {
        Map<String, Double> weights = Map.of(
                "steer/turn.right/aside", 0.6,
                "steer/turn.right/away", 0.5,
                "steer/turn.right/bias", -0.1,
                "steer/turn.left/bias", 0.2,
                "steer/brake/away", 0.3,
                "steer/brake/bias", 0.08);
        float[] same = torques(
                "ncap:turn=on,turn-right=0.4,turn-left=0.2,speed=on,speed-drive=0.8", Map.of(), sensing(-0.5, 0.4));

        for (double behind : List.of(0.4, -0.4)) {
            then(torques("ncap:navigate=learned", weights, sensing(-0.5, behind)))
                    .containsExactly(same, within(1e-6f));
        }
    }

    /** Aside by 0.6 · 0.5 m + 0.5 · 0.4 m − 0.4 = 0.1 towards the target, and away from it by −0.5, which is none. */
    @ParameterizedTest
    @CsvSource({"-0.5, turn-right", "0.5, turn-left"})
    void mirrored_eitherSide_turnsToIt(double left, String turn) {
        Map<String, Double> weights = Map.of(
                "steer/turn/aside", 0.6, "steer/turn/away", 0.5, "steer/turn/bias", -0.4, "steer/brake/bias", 0.2);

        then(torques("ncap:navigate=mirrored", weights, sensing(left, -0.4)))
                .containsExactly(
                        torques(
                                "ncap:turn=on,speed=on,speed-drive=0.8," + turn + "=0.1",
                                Map.of(),
                                sensing(left, -0.4)),
                        within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"hard, 5", "'hard,speed=on', 6", "learned, 15", "mirrored, 11"})
    void parameters_ofEachLayer_areCounted(String layer, int count) {
        then(ParameterCount.of(Controllers.parse("ncap:navigate=" + layer).bind(BODY)))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "navigate=hard,turn=on | gives the commands itself, without turn",
                "turn-drive=0.5 | turn-drive acts only with navigate=hard"
            })
    void bind_contradictions_areRefused(String options, String complaint) {
        thenThrownBy(() -> Controllers.parse("ncap:" + options).bind(BODY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void bind_bodyWithoutTarget_namesOneThatHasIt() {
        thenThrownBy(() -> Controllers.parse("ncap:navigate=learned").bind(SwimmerSpecs.swimmer(5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("swimmer/navigate does");
    }
}
