package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** The losses of four steps, against arithmetic by hand. */
class PpoLossTest {
    private static final float[] RATIOS = {1, 1.5f, 0.5f, 1.1f};
    private static final float[] ADVANTAGES = {1, 2, -3, -1};
    private static final float[] WEIGHTS = {0.5f, 2, 1, 4};
    private static final float[] VALUES = {1, 2, 3, 4};
    private static final float[] OLD_VALUES = {1, 1, 3.5f, 2};
    private static final float[] TARGETS = {2, 2, 1, 1};

    @Test
    void policyLoss_isClippedWhereItWouldGainMore() {
        // min(ρA, clip(ρ, 0.8, 1.2)·A): 1; min(3, 2.4) = 2.4; min(−1.5, −2.4) = −2.4; min(−1.1, −1.1)
        then(losses(Map.of("advantages", "off"), null).get(0)).isCloseTo(-(1 + 2.4 - 2.4 - 1.1) / 4, within(1e-6));
    }

    @Test
    void policyLoss_ofStepsThatWereActedBefore_weighsThem() {
        List<Double> losses = losses(Map.of("advantages", "off", "overlap", "on"), null);

        then(losses.get(0)).isCloseTo(-(0.5 * 1 + 2 * 2.4 - 2.4 - 4 * 1.1) / 4, within(1e-6));
        then(losses.get(1)).isCloseTo(1.75, within(1e-6));
    }

    @Test
    void valueLoss_isHalfTheMeanSquaredError() {
        // ½·(1 + 0 + 4 + 9)/4
        then(losses(Map.of(), null).get(1)).isCloseTo(1.75, within(1e-6));
    }

    @Test
    void valueLoss_clipped_isTheLargerOfBoth() {
        // V within 0.5 of the old: 1, 1.5, 3, 2.5. Errors max(1, 1), max(0, 0.25), max(4, 4), max(9, 2.25)
        then(losses(Map.of("value-clip", "0.5"), null).get(1)).isCloseTo(0.5 * (1 + 0.25 + 4 + 9) / 4, within(1e-6));
    }

    @Test
    void total_weighsCriticAndEntropy() {
        List<Double> losses = losses(Map.of("advantages", "off", "value-coefficient", "0.25", "entropy", "0.1"), null);

        then(losses.get(3)).isCloseTo(losses.get(0) + 0.25 * 1.75 - 0.1 * 0.7, within(1e-6));
    }

    @Test
    void ratios_areThoseOfTheProbabilities_andTheirSurrogatesAreClipped() {
        List<Double> losses = losses(Map.of("advantages", "off"), null);

        for (int i = 0; i < RATIOS.length; i++) {
            then(losses.get(4 + i)).isCloseTo(RATIOS[i], within(1e-6));
            then(losses.get(8 + i)).isCloseTo(Math.log(RATIOS[i]), within(1e-6));
        }
        then(losses.subList(12, 16))
                .usingComparatorForType(Comparator.comparing(value -> Math.round(1e5 * value)), Double.class)
                .containsExactly(1.0, 2.4, -2.4, -1.1);
    }

    @Test
    void advantages_ofAMinibatch_areStandardised() {
        // mean −0.25, variance (1.5625 + 5.0625 + 7.5625 + 0.5625)/4 = 3.6875
        double deviation = Math.sqrt(3.6875);
        double[] standard = {1.25 / deviation, 2.25 / deviation, -2.75 / deviation, -0.75 / deviation};
        double surrogate = standard[0] + 1.2 * standard[1] + 0.8 * standard[2] + 1.1 * standard[3];
        then(losses(Map.of("advantages", "minibatch"), null).get(0)).isCloseTo(-surrogate / 4, within(1e-6));
    }

    @Test
    void everyMean_withSomeStepsMasked_leavesThemOut() {
        List<Double> losses = losses(Map.of("advantages", "off"), new float[] {1, 0, 1, 0});

        then(losses.get(0)).isCloseTo(-(1 - 2.4) / 2, within(1e-6));
        then(losses.get(1)).isCloseTo(0.5 * (1 + 4) / 2, within(1e-6));
        // Standardised over the steps that count alone: advantages 1 and −3 become 1 and −1.
        then(losses(Map.of("advantages", "minibatch"), new float[] {1, 0, 1, 0}).get(0))
                .isCloseTo(-(1 - 0.8) / 2, within(1e-6));
    }

    @Test
    void ratio_ofAnAbsurdAction_isBounded() {
        List<Double> losses = losses(Map.of("advantages", "off", "max-log-ratio", "0.1"), null);

        // The logarithms of 1.5 and 0.5 are brought to ±0.1.
        double expected = (1 + 2 * Math.exp(0.1) - 3 * Math.exp(-0.1) - 1.1) / 4;
        then(losses.get(0)).isCloseTo(-expected, within(1e-6));
    }

    /** Policy, value, entropy, total; then the four steps' ratios, their logarithms, and their surrogates. */
    private static List<Double> losses(Map<String, String> options, float @Nullable [] mask) {
        PpoConfig config = PpoConfig.of(PpoOptions.SET.parse(options));
        float[] logRatios = new float[RATIOS.length];
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] = (float) Math.log(RATIOS[i]) - 2;
        }
        var built = GraphSession.build((graph, tf) -> {
            PpoLoss loss = PpoLoss.of(
                    tf,
                    config,
                    tf.constant((float) config.clip()),
                    new PpoLoss.Steps(
                            tf.constant(logRatios),
                            tf.constant(new float[] {-2, -2, -2, -2}),
                            tf.constant(WEIGHTS),
                            tf.constant(ADVANTAGES),
                            tf.constant(VALUES),
                            tf.constant(OLD_VALUES),
                            tf.constant(TARGETS),
                            tf.constant(0.7f)),
                    new StepMean(mask == null ? null : tf.constant(mask)));
            Operand<TFloat32> losses = tf.stack(List.of(loss.policy(), loss.value(), loss.entropy(), loss.total()));
            return tf.concat(List.of(losses, loss.ratio(), loss.logRatio(), loss.surrogate()), tf.constant(0));
        });
        try (GraphSession session = built.session();
                Result result = session.runner().fetch(built.operations()).run()) {
            float[] values = Results.floats(result.get(0));
            return java.util.stream.IntStream.range(0, values.length)
                    .mapToObj(i -> (double) values[i])
                    .toList();
        }
    }
}
