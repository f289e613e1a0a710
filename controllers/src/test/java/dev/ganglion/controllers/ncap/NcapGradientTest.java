package dev.ganglion.controllers.ncap;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a learner is told: da/dω of the parameters prop, osc, ipsi and contra. */
class NcapGradientTest {
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(2);
    private static final float LIMIT = (float) (2 * Math.PI / 3);

    /**
     * The gradient of the sum of both torques, at phase 0, with the head's joint bent by a share of its limit.
     *
     * @param raw prop, osc, ipsi, contra before their parametrisation
     */
    private static float[] gradient(String name, float share, float... raw) {
        Controller ncap = Controllers.parse(name).bind(BODY);
        float[][] observation = new float[1][BODY.observation().size()];
        observation[0][0] = share * LIMIT;
        try (ControllerHarness harness = new ControllerHarness(ncap, observation[0].length)) {
            return harness.gradients(
                            observation,
                            new float[][] {{0}},
                            new float[][] {{1, 1}},
                            new RawParameters(Map.of("weights", raw)))
                    .block("weights");
        }
    }

    @Test
    void gradient_withinTheLimits_isByHand() {
        // Joint 0: B = osc = 0.5, M = ipsi·osc, no ventral activity. Joint 1: B = prop·0.4, M = ipsi·prop·0.4. So
        // a = ipsi·(osc + 0.4 prop): d prop = 0.4 ipsi, d osc = ipsi, d ipsi = 0.5 + 0.4 prop, d contra = 0.
        float[] gradient = gradient("ncap:weights=free,gradient=exact", 0.4f, 0.7f, 0.5f, 1.1f, -1);

        then(gradient).containsExactly(new float[] {0.44f, 1.1f, 0.78f, 0}, within(1e-6f));
    }

    @ParameterizedTest
    // Beyond the edge by 0.1: B = G(osc) saturates at 1, so that only what its clip lets through reaches osc; its
    // effect on the muscle, ipsi·B with ipsi = 0.5, does not saturate. The silent ventral muscle at contra·B = −1
    // passes something only under the straight-through clip: minus its effect, back to B and to contra.
    @CsvSource({"exact, 0, 0", "leaky, 0.05, 0", "straight-through, 1.5, -1"})
    void gradient_oscillatorBeyondItsEdge_passesTheShare(String gradient, float osc, float contra) {
        float[] actual = gradient("ncap:weights=free,gradient=" + gradient, 0, 1, 1.1f, 0.5f, -1);

        then(actual[1]).isCloseTo(osc, within(1e-6f));
        then(actual[3]).isCloseTo(contra, within(1e-6f));
    }

    @ParameterizedTest
    // prop is excitatory but its raw value has fallen to −0.2; the raw values of the others give ipsi = −contra = 1.
    // Under the clamp the synapse is dead. Under the straight-through clamp its effective weight is as zero, but 0.4
    // of stretch reaches it through ipsi, and again through contra, for at B = 0 the ventral muscle stands at the very
    // edge of its clip, where the gradient is 1. Under the exponential the ventral muscle is beyond it: 0.4 e^−0.2.
    @CsvSource({"clamp, 1, 0", "straight-through, 1, 0.8", "exponential, 0, 0.32749230"})
    void gradient_rawWeightBelowZero_isDeadOnlyUnderTheClamp(String weights, float rawOfOne, float expected) {
        float[] gradient = gradient("ncap:gradient=exact,weights=" + weights, 0.4f, -0.2f, 0.5f, rawOfOne, -rawOfOne);

        then(gradient[0]).isCloseTo(expected, within(1e-6f));
    }

    @Test
    void gradient_anyObservation_isNothingForContra() {
        // B of both sides are never active together, so contra has no effect on swimming.
        EnvironmentSpec body = SwimmerSpecs.swimmer(5);
        Controller ncap = Controllers.parse("ncap:gradient=exact").bind(body);
        RandomGenerator random = RandomStreams.named(1, "observations");
        float[][] observations = NcapTest.observations(body, 50, random);
        float[][] phases = new float[50][1];
        float[][] directions = new float[50][5];
        for (int row = 0; row < 50; row++) {
            phases[row][0] = row;
            for (int joint = 0; joint < 5; joint++) {
                directions[row][joint] = (float) random.nextGaussian();
            }
        }
        try (ControllerHarness harness = new ControllerHarness(ncap, observations[0].length)) {
            float[] gradient = harness.gradients(observations, phases, directions, RawParameters.initial(ncap, 1))
                    .block("weights");

            then(gradient[3]).isZero();
            then(gradient[0]).isNotZero();
        }
    }
}
