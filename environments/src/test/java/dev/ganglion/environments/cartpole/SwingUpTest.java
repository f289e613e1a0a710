package dev.ganglion.environments.cartpole;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.cartpole.CartPoleBody.Integration;
import dev.ganglion.environments.cartpole.CartPoleBody.Push;
import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SwingUpTest {
    private final float[] observation = new float[5];

    @Test
    void spec_default_isTheControlSuites() {
        Environment swingUp = Environments.parse("cartpole/swingup").create();
        then(swingUp.spec().observation().signals().names())
                .containsExactly("cart/position", "pole/cosine", "pole/sine", "cart/velocity", "pole/angular-velocity");
        then(swingUp.spec().controlPeriodSeconds()).isEqualTo(0.01);
        then(swingUp.spec().timeLimitSteps()).isEqualTo(1000);
        then(Environments.parse("cartpole/swingup-sparse:velocities=off")
                        .create()
                        .spec()
                        .observation()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void reset_anySeed_hangsNearlyStill() {
        Environment swingUp = Environments.parse("cartpole/swingup").create();
        double squares = 0;
        for (int seed = 0; seed < 200; seed++) {
            swingUp.reset(seed, observation, 0);
            then(observation[1]).isCloseTo(-1, within(0.002f));
            squares += observation[0] * observation[0] + observation[2] * observation[2];
        }
        // Standard deviation 0.01; 400 draws have a standard error of 3.5 %.
        then(Math.sqrt(squares / 400)).isCloseTo(0.01, within(0.0015));
    }

    @Test
    void reward_shaped_isTheProductOfTolerances() {
        Environment swingUp = Environments.parse("cartpole/swingup").create();
        RandomGenerator random = RandomStreams.named(1, "forces");
        swingUp.reset(1, observation, 0);
        for (int step = 0; step < 300; step++) {
            float force = step / 30 % 2 == 0 ? 1 : random.nextFloat(-1, 1);
            swingUp.step(new float[] {force}, 0, observation, 0);
            // suite/cartpole.py: a tolerance of margin w that is 0.1 there is 0.1^((x/w)²).
            double upright = (1 + observation[1]) / 2;
            double centred = (1 + Math.pow(0.1, observation[0] * observation[0] / 4)) / 2;
            double effortless = (4 + 1 - force * force) / 5;
            double slow = (1 + Math.pow(0.1, observation[4] * observation[4] / 25)) / 2;
            then(swingUp.reward()).isCloseTo(upright * centred * effortless * slow, within(1e-6));
        }
    }

    @Test
    void reward_sparse_isPaidNearTheMiddleAndTheTopOnly() {
        then(sparseReward(0.24, 0.09)).isEqualTo(1);
        then(sparseReward(0.26, 0.09)).isZero();
        // cos(0.1) = 0.99500417, cos(0.11) = 0.9940
        then(sparseReward(0, 0.11)).isZero();
        then(sparseReward(0, Math.PI)).isZero();
        then(sparseReward(0, 4 * Math.PI)).isEqualTo(1);
    }

    private static double sparseReward(double position, double angle) {
        CartPoleBody body = new CartPoleBody(CartPoleParameters.CONTROL_SUITE, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(position, 0, angle, 0));
        return new SwingUpTask(body, true, true).reward();
    }

    /** Pumps energy until the pole is up, then holds it there; a hand-made controller, so that the task can be done. */
    @Test
    void step_energyPumping_swingsUpAndStays() {
        Environment swingUp = Environments.parse("cartpole/swingup").create();
        Environment sparse = Environments.parse("cartpole/swingup-sparse").create();
        float[] same = new float[5];
        swingUp.reset(2, observation, 0);
        sparse.reset(2, same, 0);
        double shaped = 0;
        double successes = 0;
        StepStatus status = StepStatus.RUNNING;
        while (!status.isDone()) {
            float[] force = {(float) pumped(observation)};
            status = swingUp.step(force, 0, observation, 0);
            then(sparse.step(force, 0, same, 0)).isEqualTo(status);
            then(same).isEqualTo(observation);
            shaped += swingUp.reward();
            successes += sparse.reward();
        }
        then(status).isEqualTo(StepStatus.TRUNCATED);
        then(shaped).isGreaterThan(700);
        then(successes).isGreaterThan(500);
        then(swingUp.measurements().get("upright_fraction")).isBetween(0.5, 1.0);
    }

    private static double pumped(float[] state) {
        double angle = Math.atan2(state[2], state[1]);
        double rate = state[4];
        if (Math.abs(angle) < 0.4) {
            return 0.1 * state[0] + 0.25 * state[3] + 3 * angle + 0.7 * rate;
        }
        // Energy of the pole over that at the top, with l = 0.5 m and I + m l² = 0.0344 kg m².
        double lacking = 2 - (0.5 * 0.0344 * rate * rate / (0.1 * 9.81 * 0.5) + 1 + state[1]);
        return Math.signum(lacking) * Math.signum(rate * state[1]) * -0.6 - 0.4 * state[0] - 0.1 * state[3];
    }

    @Test
    void step_everyCornerOfTheParameters_holdsTogether() {
        CartPoleCorners.thenHoldTogether("cartpole/swingup", new SwingUpProvider());
    }
}
