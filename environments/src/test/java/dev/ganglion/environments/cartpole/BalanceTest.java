package dev.ganglion.environments.cartpole;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private final float[] observation = new float[4];

    @Test
    void spec_default_isCartPoleV1s() {
        Environment balance = Environments.parse("cartpole/balance").create();
        then(balance.spec().observation().signals().names())
                .containsExactly("cart/position", "cart/velocity", "pole/angle", "pole/angular-velocity");
        // Observation space of CartPole-v1: 4.8 m and 24°, twice the ends.
        then(balance.spec().observation().signals().list().get(0).high()).isEqualTo(4.8);
        then(balance.spec().observation().signals().list().get(2).high()).isCloseTo(0.41887903, within(1e-8));
        then(balance.spec().action()).isEqualTo(new Discrete("cart/push", List.of("left", "right")));
        then(balance.spec().controlPeriodSeconds()).isEqualTo(0.02);
        then(balance.spec().timeLimitSteps()).isEqualTo(500);
    }

    @Test
    void spec_withoutVelocities_observesPlacesOnly() {
        Environment balance =
                Environments.parse("cartpole/balance:velocities=off").create();
        then(balance.spec().observation().signals().names()).containsExactly("cart/position", "pole/angle");
        balance.reset(5, observation, 1);
        then(observation[0]).isZero();
        then(observation[3]).isZero();
        Environment whole = Environments.parse("cartpole/balance").create();
        float[] all = new float[4];
        whole.reset(5, all, 0);
        then(observation[1]).isEqualTo(all[0]);
        then(observation[2]).isEqualTo(all[2]);
    }

    @Test
    void reset_anySeed_startsWithinAHandOfTheMiddle() {
        Environment balance = Environments.parse("cartpole/balance").create();
        for (int seed = 0; seed < 100; seed++) {
            balance.reset(seed, observation, 0);
            for (float value : observation) {
                then(value).isBetween(-0.05f, 0.05f);
            }
        }
    }

    @Test
    void step_alwaysRight_terminatesWithEveryStepPaid() {
        Environment balance = Environments.parse("cartpole/balance").create();
        balance.reset(1, observation, 0);
        int steps = 0;
        StepStatus status;
        do {
            status = balance.step(new float[] {1}, 0, observation, 0);
            steps++;
            then(balance.reward()).isEqualTo(1);
            then(Math.abs(observation[2]) > Math.toRadians(12)).isEqualTo(status == StepStatus.TERMINATED);
        } while (!status.isDone());
        // A cart pushed one way lets the pole fall the other way within 8 to 10 steps, as in CartPole-v1.
        then(observation[2]).isNegative();
        then(steps).isBetween(8, 10);
    }

    @Test
    void step_linearFeedback_isTruncatedAtFiveHundred() {
        Environment balance = Environments.parse("cartpole/balance").create();
        balance.reset(1, observation, 0);
        int steps = 0;
        StepStatus status = StepStatus.RUNNING;
        while (!status.isDone()) {
            double lean = 0.05 * observation[0] + 0.15 * observation[1] + observation[2] + 0.3 * observation[3];
            status = balance.step(new float[] {lean > 0 ? 1 : 0}, 0, observation, 0);
            steps++;
        }
        then(status).isEqualTo(StepStatus.TRUNCATED);
        then(steps).isEqualTo(500);
    }

    @Test
    void step_continuousAtItsLimits_isTheDiscretePush() {
        Environment discrete = Environments.parse("cartpole/balance").create();
        Environment continuous =
                Environments.parse("cartpole/balance:action=continuous").create();
        then(((Box) continuous.spec().action()).signals().names()).containsExactly("cart/force");
        float[] other = new float[4];
        discrete.reset(3, observation, 0);
        continuous.reset(3, other, 0);
        for (int step = 0; step < 6; step++) {
            discrete.step(new float[] {step % 2}, 0, observation, 0);
            continuous.step(new float[] {step % 2 == 0 ? -7 : 7}, 0, other, 0);
            then(other).isEqualTo(observation);
        }
    }

    @Test
    void step_everyCornerOfTheParameters_holdsTogether() {
        CartPoleCorners.thenHoldTogether("cartpole/balance:action=continuous", new BalanceProvider());
        then(new BalanceProvider()
                        .options().list().stream()
                                .filter(Option.Real.class::isInstance)
                                .count())
                .isEqualTo(7);
    }
}
