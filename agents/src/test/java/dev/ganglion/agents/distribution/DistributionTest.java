package dev.ganglion.agents.distribution;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final double LOG_TWO_PI = 1.8378770664093453;

    @Test
    void logProbability_ofAGaussian_isTheClosedForm() {
        DiagonalGaussian gaussian = new DiagonalGaussian(new double[] {0.5, 2});

        // ((1 − 0)/0.5)² = 4, ((3 − 1)/2)² = 1: −½·5 − log 0.5 − log 2 − log 2π
        then(gaussian.logProbability(new float[] {9, 0, 1}, 1, new float[] {1, 3}, 0))
                .isCloseTo(-2.5 - LOG_TWO_PI, within(1e-12));
    }

    @Test
    void entropy_ofAGaussian_isTheClosedForm() {
        // ½ log 2πe + log σ, summed
        then(new DiagonalGaussian(new double[] {1, 1}).entropy(new float[2], 0))
                .isCloseTo(1 + LOG_TWO_PI, within(1e-12));
        then(new DiagonalGaussian(new double[] {0.1}).entropy(new float[1], 0))
                .isCloseTo(0.5 + 0.5 * LOG_TWO_PI - 2.302585092994046, within(1e-12));
    }

    @Test
    void sample_ofAGaussian_hasItsMeanAndDeviation() {
        DiagonalGaussian gaussian = new DiagonalGaussian(new double[] {0.2});
        RandomGenerator random = RandomStreams.named(1, "gaussian");
        float[] action = new float[1];
        double sum = 0;
        double squares = 0;
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            gaussian.sample(new float[] {3}, 0, random, action, 0);
            sum += action[0];
            squares += (action[0] - 3) * (action[0] - 3);
        }
        // Five standard errors: 0.2/√n and 0.2/√(2n).
        then(sum / count).isCloseTo(3, within(5 * 0.2 / Math.sqrt(count)));
        then(Math.sqrt(squares / count)).isCloseTo(0.2, within(5 * 0.2 / Math.sqrt(2 * count)));
    }

    @Test
    void logProbability_ofAChoice_isTheLogarithmOfItsShare() {
        float[] logits = {7, (float) Math.log(1), (float) Math.log(3), (float) Math.log(4)};
        Categorical categorical = new Categorical(3);

        then(categorical.logProbability(logits, 1, new float[] {1}, 0)).isCloseTo(Math.log(3.0 / 8), within(1e-6));
        then(categorical.entropy(logits, 1))
                .isCloseTo(
                        -(Math.log(1.0 / 8) / 8 + 3 * Math.log(3.0 / 8) / 8 + 4 * Math.log(4.0 / 8) / 8), within(1e-6));
    }

    @Test
    void logProbability_ofHugeLogits_staysFinite() {
        Categorical categorical = new Categorical(2);

        then(categorical.logProbability(new float[] {1e30f, 0}, 0, new float[] {0}, 0))
                .isEqualTo(0);
        then(categorical.entropy(new float[] {1000, 1000}, 0)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void sample_ofAChoice_comesAsOftenAsItsShare() {
        Categorical categorical = new Categorical(3);
        float[] logits = {(float) Math.log(1), (float) Math.log(3), (float) Math.log(4)};
        RandomGenerator random = RandomStreams.named(2, "categorical");
        int[] counts = new int[3];
        float[] action = new float[1];
        int count = 80_000;
        for (int i = 0; i < count; i++) {
            categorical.sample(logits, 0, random, action, 0);
            counts[(int) action[0]]++;
        }
        // Five standard errors of a share p: 5·√(p(1 − p)/n) < 0.009.
        then(counts[0] / (double) count).isCloseTo(1.0 / 8, within(0.009));
        then(counts[1] / (double) count).isCloseTo(3.0 / 8, within(0.009));
        then(counts[2] / (double) count).isCloseTo(4.0 / 8, within(0.009));
    }

    @Test
    void mode_isTheMeanOrTheLargestLogit() {
        float[] action = new float[2];
        new DiagonalGaussian(new double[] {1, 1}).mode(new float[] {0.3f, -2}, 0, action, 0);
        then(action).containsExactly(0.3f, -2);

        new Categorical(3).mode(new float[] {1, 5, 2}, 0, action, 1);
        then(action[1]).isEqualTo(1);
    }

    @Test
    void sample_ofNaN_isNaN() {
        float[] action = new float[1];
        new Categorical(2).sample(new float[] {Float.NaN, 0}, 0, RandomStreams.named(1, "nan"), action, 0);
        then(action[0]).isNaN();
    }
}
