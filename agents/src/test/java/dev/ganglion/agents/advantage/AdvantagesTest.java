package dev.ganglion.agents.advantage;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AdvantagesTest {
    @Test
    void estimate_ofAFewSteps_isWhatHandArithmeticGives() {
        // One environment, γ = 0.5, λ = 0.5. Step 1 terminates, step 2 is truncated with V(last observation) = 4,
        // step 3 goes on into a state worth 2.
        float[] rewards = {1, 2, 3, 4};
        float[] values = {0.5f, 1, 2, 3};
        float[] nextValues = {1, 0, 4, 2};
        boolean[] ends = {false, true, true, false};

        Advantages advantages = Advantages.estimate(rewards, values, nextValues, ends, 1, 0.5, 0.5);

        // δ = 1 + 0.5·1 − 0.5 = 1;  2 + 0 − 1 = 1;  3 + 0.5·4 − 2 = 3;  4 + 0.5·2 − 3 = 2
        // A₃ = 2; A₂ = 3 (cut); A₁ = 1 (cut); A₀ = 1 + 0.25·1 = 1.25
        then(advantages.advantages()).containsExactly(new double[] {1.25, 1, 3, 2}, within(1e-12));
        then(advantages.returns()).containsExactly(new double[] {1.75, 2, 5, 5}, within(1e-12));
    }

    @Test
    void estimate_ofRandomRollouts_agreesWithTheSumOverTheFuture() {
        for (int seed = 0; seed < 50; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "gae");
            int environments = 1 + random.nextInt(4);
            int steps = 1 + random.nextInt(30);
            int size = steps * environments;
            float[] rewards = new float[size];
            float[] values = new float[size];
            float[] next = new float[size];
            boolean[] ends = new boolean[size];
            for (int i = size - 1; i >= 0; i--) {
                rewards[i] = (float) random.nextGaussian();
                values[i] = (float) random.nextGaussian();
                boolean terminated = random.nextInt(8) == 0;
                boolean truncated = !terminated && random.nextInt(8) == 0;
                ends[i] = terminated || truncated;
                boolean inside = i + environments < size && !ends[i];
                next[i] = terminated ? 0 : inside ? values[i + environments] : (float) random.nextGaussian();
            }
            double gamma = random.nextDouble();
            double lambda = random.nextDouble();

            double[] estimated = Advantages.estimate(rewards, values, next, ends, environments, gamma, lambda)
                    .advantages();

            for (int i = 0; i < size; i++) {
                then(estimated[i])
                        .as("seed %d, step %d", seed, i)
                        .isCloseTo(
                                futureSum(i, rewards, values, next, ends, environments, gamma, lambda), within(1e-9));
            }
        }
    }

    /** Equation 16 of Schulman et al. 2016: {@code Σ_k (γλ)^k δ_{t+k}}, up to the end of the episode. */
    private static double futureSum(
            int from,
            float[] rewards,
            float[] values,
            float[] next,
            boolean[] ends,
            int environments,
            double gamma,
            double lambda) {
        double sum = 0;
        double weight = 1;
        for (int i = from; i < rewards.length; i += environments) {
            sum += weight * (rewards[i] + gamma * next[i] - values[i]);
            if (ends[i]) {
                break;
            }
            weight *= gamma * lambda;
        }
        return sum;
    }

    @Test
    void standardised_hasMeanZeroAndDeviationOne() {
        Advantages advantages = new Advantages(new double[] {1, 2, 3, 6}, new double[4]).standardised();

        // mean 3, variance (4 + 1 + 0 + 9)/4 = 3.5
        double deviation = Math.sqrt(3.5);
        then(advantages.advantages())
                .containsExactly(new double[] {-2 / deviation, -1 / deviation, 0, 3 / deviation}, within(1e-6));
    }

    @Test
    void explainedVariance_ofPerfectOrConstantValues_isOneOrZero() {
        Advantages advantages = new Advantages(new double[3], new double[] {1, 2, 6});

        then(advantages.explainedVariance(new float[] {1, 2, 6})).isEqualTo(1);
        then(advantages.explainedVariance(new float[] {5, 5, 5})).isCloseTo(0, within(1e-12));
        // errors −1, 0, 1: variance 2/3; returns: variance (4 + 1 + 9)/3 = 14/3
        then(advantages.explainedVariance(new float[] {2, 2, 5})).isCloseTo(1 - 1.0 / 7, within(1e-12));
        then(new Advantages(new double[1], new double[] {3}).explainedVariance(new float[] {1}))
                .isNaN();
    }
}
