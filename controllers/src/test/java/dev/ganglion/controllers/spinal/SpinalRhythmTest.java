package dev.ganglion.controllers.spinal;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rhythm that the spinal circuit makes without senses. */
class SpinalRhythmTest {
    private static final EnvironmentSpec BODY =
            Environments.parse("quadruped/walk").create().spec();
    private static final int STARTS = 24;
    private static final int STEPS = 1200;
    private static final List<String> LIMBS = List.of("fl", "fr", "hl", "hr");

    private static CircuitController spinal(double command) {
        return (CircuitController)
                Controllers.parse("spinal:command=" + command).bind(BODY);
    }

    /** What a body feels that stands on nothing: joints at their standing angles, no force and no motion. */
    private static float[] silence() {
        float[] observation = new float[BODY.observation().size()];
        for (Signal signal : BODY.observation().signals()) {
            int at = BODY.observation().signals().offset(signal.name()).orElseThrow();
            if (signal.family().equals("joint/*/angle")) {
                int joint = Integer.parseInt(signal.name().split("/", -1)[1]);
                observation[at] = joint % 2 == 1 ? -1.2f : joint < 4 ? 0.4f : 0.7f;
            }
        }
        return observation;
    }

    private static List<List<boolean[]>> translated(double command, float[][] states) {
        CircuitController controller = spinal(command);
        List<String> names = controller.state().names();
        int[] active = LIMBS.stream()
                .mapToInt(limb -> names.indexOf("active/F." + limb))
                .toArray();
        float[][] sensed =
                IntStream.range(0, states.length).mapToObj(row -> silence()).toArray(float[][]::new);
        RawParameters raw = RawParameters.initial(controller, 1);
        List<List<boolean[]>> bursts = IntStream.range(0, states.length)
                .mapToObj(row -> (List<boolean[]>) new ArrayList<boolean[]>())
                .toList();
        float[][] state = states;
        try (ControllerHarness harness = new ControllerHarness(controller, sensed[0].length)) {
            for (int step = 0; step < STEPS; step++) {
                state = harness.run(sensed, state, raw).state();
                for (int row = 0; row < state.length; row++) {
                    boolean[] now = new boolean[4];
                    for (int limb = 0; limb < 4; limb++) {
                        now[limb] = state[row][active[limb]] > 0.5f;
                    }
                    bursts.get(row).add(now);
                }
            }
        }
        return bursts;
    }

    private static float[][] starts(CircuitController controller) {
        return IntStream.range(0, STARTS)
                .mapToObj(seed -> controller.initialState(RandomStreams.named(seed, "start")))
                .toArray(float[][]::new);
    }

    private static double[] adaptation(CircuitController controller, float[] state) {
        return LIMBS.stream()
                .mapToDouble(limb -> state[controller.state().names().indexOf("adaptation/F." + limb)])
                .toArray();
    }

    @Test
    void thresholds_ofTheUsualDurations_areThePublishedOnes() {
        then(RhythmReference.thresholds(0.2, 1.2)).containsExactly(new double[] {0.5566, 0.9856}, within(5e-5));
        then(RhythmReference.thresholds(0.1, 0.06)).containsExactly(new double[] {0.3227, 0.4294}, within(5e-5));
    }

    @Test
    void initialState_ofEachLimb_liesAnywhereInItsPause() {
        CircuitController controller = spinal(0.3);
        double[] thresholds = RhythmReference.thresholds(0.2, 1.2);
        double least = 1;
        double most = 0;
        for (float[] state : starts(controller)) {
            for (double each : adaptation(controller, state)) {
                then(each).isBetween(thresholds[0] - 1e-6, thresholds[1] + 1e-6);
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
        }
        then(most - least).isGreaterThan(0.35);
    }

    /** The limbs' pauses end at the same step, or the rhythms part for good. */
    @ParameterizedTest
    @CsvSource({"0", "0.3", "0.5"})
    void bursts_fromEveryStart_areThoseOfTheReference(double command) {
        CircuitController controller = spinal(command);
        float[][] states = starts(controller);
        List<List<boolean[]>> bursts = translated(command, states);
        int alike = 0;
        for (int row = 0; row < STARTS; row++) {
            RhythmReference reference = new RhythmReference(command, adaptation(controller, states[row]));
            boolean same = true;
            for (int step = 0; step < STEPS; step++) {
                same &= java.util.Arrays.equals(
                        reference.step(), bursts.get(row).get(step));
            }
            alike += same ? 1 : 0;
        }
        then(alike).isEqualTo(STARTS);
    }

    // The typical rhythms of the authors' equations without senses, by an integration of its own. Several attractors
    // coexist; without a command the typical one is reached from about half of the starts.
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.93, 0.26, 0.50, 0.45, 0.94, 0.11, 0.3",
        "0.1, 0.69, 0.31, 0.50, 0.41, 0.91, 0.03, 0.3",
        "0.3, 0.60, 0.40, 0.50, 0.45, 0.95, 0.06, 0.6",
        "0.4, 0.54, 0.39, 0.50, 0.28, 0.78, 0.03, 0.7",
        "0.5, 0.60, 0.45, 0.50, 0.50, 0.00, 0.03, 0.8"
    })
    void rhythm_fromMostStarts_isTheTypicalOne(
            double command,
            double period,
            double duty,
            double foreRight,
            double hindLeft,
            double hindRight,
            double near,
            double share) {
        List<List<boolean[]>> bursts = translated(command, starts(spinal(command)));

        long typical = bursts.stream()
                .filter(one -> Rhythm.of(one)
                        .filter(rhythm -> rhythm.isLike(period, duty, List.of(foreRight, hindLeft, hindRight), near))
                        .isPresent())
                .count();

        then(typical).as("of %d starts", STARTS).isGreaterThan((long) (share * STARTS));
    }

    @Test
    void rhythm_ofAStrongCommand_isAsFastAsStepsAllow() {
        long fast = translated(0.7, starts(spinal(0.7))).stream()
                .map(one -> Rhythm.of(one).orElseThrow())
                .filter(rhythm ->
                        Math.abs(rhythm.periodSeconds() - 0.24) < 0.01 && Math.abs(rhythm.foreDuty() - 0.62) < 0.02)
                .count();

        then(fast).as("of %d starts", STARTS).isGreaterThan((long) (0.8 * STARTS));
    }
}
