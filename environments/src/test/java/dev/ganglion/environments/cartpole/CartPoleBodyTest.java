package dev.ganglion.environments.cartpole;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.cartpole.CartPoleBody.Integration;
import dev.ganglion.environments.cartpole.CartPoleBody.Push;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CartPoleBodyTest {
    private static final CartPoleParameters GYMNASIUM = CartPoleParameters.GYMNASIUM;
    private static final CartPoleParameters SUITE = CartPoleParameters.CONTROL_SUITE;

    /** Without friction, stops and gravity where a law asks for that. */
    private static CartPoleParameters ideal(double gravity) {
        return new CartPoleParameters(1, 0.1, 1, 0, 0, 0, 10, gravity, Double.POSITIVE_INFINITY, 0.01);
    }

    /** Single precision leaves 5e-6; CartPole-v1's own numbers reach 1.7 m, 4 m/s, 5 rad and 10 rad/s on the way. */
    @Test
    void advance_gymnasiumForFiftySteps_staysWithGymnasium() {
        CartPoleBody body = new CartPoleBody(GYMNASIUM, Push.LEFT_OR_RIGHT, Integration.GYMNASIUM);
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "pushes");
            CartPoleState expected = start(random);
            body.place(expected);
            for (int step = 0; step < 50; step++) {
                int push = random.nextInt(2);
                expected = ReferenceCartPole.gymnasium(expected, push == 1 ? 10 : -10);
                body.advance(new double[] {push});
                thenNear(body.state(), expected, 2e-5, 2e-5);
            }
        }
    }

    /** 22.2 steps is what a random policy gets in CartPole-v1; 10,000 episodes have a standard error of 0.12. */
    @Test
    void randomPushes_tenThousandEpisodes_lastAsLongAsInGymnasium() {
        CartPoleBody body = new CartPoleBody(GYMNASIUM, Push.LEFT_OR_RIGHT, Integration.GYMNASIUM);
        int episodes = 10_000;
        int steps = 0;
        int expected = 0;
        for (int seed = 0; seed < episodes; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "pushes");
            body.place(start(random));
            do {
                body.advance(new double[] {random.nextInt(2)});
                steps++;
            } while (isUp(body.state()));
            RandomGenerator other = RandomStreams.named(seed, "other pushes");
            CartPoleState state = start(other);
            do {
                state = ReferenceCartPole.gymnasium(state, other.nextBoolean() ? 10 : -10);
                expected++;
            } while (isUp(state));
        }
        then(expected / (double) episodes).isCloseTo(22.2, within(1.0));
        then(steps / (double) episodes).isCloseTo(22.2, within(1.0));
    }

    private static CartPoleState start(RandomGenerator random) {
        return new CartPoleState(
                random.nextDouble(-0.05, 0.05),
                random.nextDouble(-0.05, 0.05),
                random.nextDouble(-0.05, 0.05),
                random.nextDouble(-0.05, 0.05));
    }

    private static boolean isUp(CartPoleState state) {
        return Math.abs(state.cartPosition()) <= 2.4 && Math.abs(state.poleAngle()) <= 12 * 2 * Math.PI / 360;
    }

    @Test
    void advance_fineForTwoSeconds_staysWithTheExactMotion() {
        thenStaysWithTheExactMotion(ideal(9.81), 5e-4, 2e-3);
        thenStaysWithTheExactMotion(
                new CartPoleParameters(1, 0.1, 1, 0.045, 0.5, 0.01, 10, 9.81, 1e3, 0.01), 2e-3, 1e-2);
        thenStaysWithTheExactMotion(new CartPoleParameters(2, 1, 0.5, 0, 3, 0.1, 20, 9.81, 1e3, 0.02), 2e-3, 1e-2);
    }

    private static void thenStaysWithTheExactMotion(CartPoleParameters parameters, double place, double velocity) {
        CartPoleBody body = new CartPoleBody(parameters, Push.ANY, Integration.FINE);
        double period = parameters.controlPeriodSeconds();
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "forces");
            CartPoleState expected = new CartPoleState(0, 0, random.nextDouble(2, 4), random.nextDouble(-2, 2));
            body.place(expected);
            double command = 0;
            for (int step = 0; step < 2 / period; step++) {
                command = step % 10 == 0 ? random.nextDouble(-1, 1) : command;
                expected = ReferenceCartPole.exact(parameters, expected, parameters.force() * command, period);
                body.advance(new double[] {command});
                thenNear(body.state(), expected, place, velocity);
            }
        }
    }

    private static void thenNear(CartPoleState state, CartPoleState expected, double place, double velocity) {
        then(state.cartPosition()).isCloseTo(expected.cartPosition(), within(place));
        then(state.cartVelocity()).isCloseTo(expected.cartVelocity(), within(velocity));
        then(state.poleAngle()).isCloseTo(expected.poleAngle(), within(place));
        then(state.poleAngularVelocity()).isCloseTo(expected.poleAngularVelocity(), within(velocity));
    }

    @Test
    void advance_withoutForceAndFriction_keepsItsEnergy() {
        CartPoleParameters parameters = ideal(9.81);
        CartPoleBody body = new CartPoleBody(parameters, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(0, 0, 0.1, 0));
        double energy = ReferenceCartPole.energy(parameters, body.state());
        // The pole falls from the top to the bottom and up again, where it has gained 1 J of kinetic energy.
        for (int step = 0; step < 1000; step++) {
            body.advance(new double[1]);
            then(ReferenceCartPole.energy(parameters, body.state())).isCloseTo(energy, within(2e-4));
        }
    }

    @Test
    void advance_withFriction_neverGainsEnergy() {
        CartPoleParameters parameters = new CartPoleParameters(1, 0.1, 1, 0, 10, 0.1, 10, 9.81, 1.8, 0.01);
        CartPoleBody body = new CartPoleBody(parameters, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(0, 3, 0.1, 5));
        double energy = ReferenceCartPole.energy(parameters, body.state());
        for (int step = 0; step < 1000; step++) {
            body.advance(new double[1]);
            double now = ReferenceCartPole.energy(parameters, body.state());
            then(now).isLessThan(energy + 1e-5);
            energy = now;
        }
        // At rest with the pole hanging.
        then(energy).isCloseTo(-0.1 * 9.81 * 0.5, within(1e-3));
    }

    @Test
    void advance_constantForce_givesMomentumForceTimesTime() {
        CartPoleParameters parameters = ideal(9.81);
        CartPoleBody body = new CartPoleBody(parameters, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(0, 0, 1, -2));
        double momentum = ReferenceCartPole.momentum(parameters, body.state());
        for (int step = 1; step <= 100; step++) {
            body.advance(new double[] {0.1});
            then(ReferenceCartPole.momentum(parameters, body.state()))
                    .isCloseTo(momentum + 0.1 * 10 * 0.01 * step, within(2e-4));
        }
    }

    @Test
    void advance_constantForceAgainstFriction_reachesForceOverFriction() {
        CartPoleParameters parameters = new CartPoleParameters(1, 0.1, 1, 0, 4, 0.1, 10, 9.81, 1e4, 0.01);
        CartPoleBody body = new CartPoleBody(parameters, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(0, 0, Math.PI, 0));
        for (int step = 0; step < 2000; step++) {
            body.advance(new double[] {1});
        }
        then(body.cartVelocity()).isCloseTo(10.0 / 4, within(1e-3));
        then(body.poleAngularVelocity()).isCloseTo(0, within(1e-3));
    }

    @Test
    void advance_pushedAgainstAStop_staysThereUntilPushedAway() {
        CartPoleBody body = new CartPoleBody(SUITE, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(1.7, 2, Math.PI, 0));
        for (int step = 0; step < 100; step++) {
            body.advance(new double[] {1});
            then(body.cartPosition()).isLessThanOrEqualTo(1.8 + 1e-6);
        }
        then(body.cartPosition()).isCloseTo(1.8, within(1e-6));
        for (int step = 0; step < 20; step++) {
            body.advance(new double[] {-1});
        }
        then(body.cartPosition()).isLessThan(1.7);
    }

    @Test
    void advance_mirrored_isTheMirrorImage() {
        CartPoleBody body = new CartPoleBody(SUITE, Push.ANY, Integration.FINE);
        CartPoleBody mirror = new CartPoleBody(SUITE, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(0.1, -0.2, 0.3, 0.4));
        mirror.place(new CartPoleState(-0.1, 0.2, -0.3, -0.4));
        RandomGenerator random = RandomStreams.named(1, "forces");
        for (int step = 0; step < 200; step++) {
            double command = random.nextDouble(-1, 1);
            body.advance(new double[] {command});
            mirror.advance(new double[] {-command});
            then(mirror.poleAngle()).isEqualTo(-body.poleAngle());
            then(mirror.cartPosition()).isEqualTo(-body.cartPosition());
        }
    }

    @Test
    void poleInertia_thickPole_isThatOfACapsule() {
        then(GYMNASIUM.poleInertia()).isCloseTo(0.1 / 12, within(1e-15));
        // By hand, per m: cylinder 0.943396 (1/12 + 0.00050625), ball 0.056604 (0.00081 + 0.25 + 0.016875).
        then(SUITE.poleInertia()).isCloseTo(0.1 * (0.0790938 + 0.0151520), within(1e-6));
    }

    @Test
    void scene_leaningPole_isWhereTheStateSays() {
        CartPoleBody body = new CartPoleBody(SUITE, Push.ANY, Integration.FINE);
        body.place(new CartPoleState(0.5, 0, Math.PI / 2, 0));
        Scene scene = body.scene();
        then(scene.ground()).containsExactly(new Scene.Point(-1.8, -0.1), new Scene.Point(1.8, -0.1));
        then(scene.links().get(0).x1()).isCloseTo(1.5, within(1e-6));
        then(scene.links().get(0).y1()).isCloseTo(0, within(1e-6));
        then(scene.links().get(0).x2()).isCloseTo(0.5, within(1e-6));
        then(scene.focusX()).isEqualTo(scene.links().get(0).x1());
        body.advance(new double[] {-0.5});
        then(body.scene().joints().get(0).activation()).isEqualTo(-0.5);
    }
}
