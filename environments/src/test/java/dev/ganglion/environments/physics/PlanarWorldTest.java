package dev.ganglion.environments.physics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlanarWorldTest {
    private static final double STEP = 0.005;

    @Test
    void isExact_afterTheFirstWorld_allTablesAreOff() {
        PlanarWorld world = new PlanarWorld(0, 0);
        RigidBody body = world.addBody(1, 1, 0, 0, 1.234);
        world.step(STEP, 1, 1);
        then(PlanarWorld.isExact()).isTrue();
        // The engine's table of sines is off by up to 5.5e-5.
        then(body.sin()).isCloseTo(Math.sin(1.234), within(1e-7));
        then(body.cos()).isCloseTo(Math.cos(1.234), within(1e-7));
    }

    @Test
    void step_freeBodyInGravity_fallsByTheSumOfTheSemiImplicitSteps() {
        PlanarWorld world = new PlanarWorld(0, -2);
        RigidBody body = world.addBody(3, 1, 0, 0, 0);
        for (int i = 0; i < 100; i++) {
            world.step(STEP, 1, 1);
        }
        // Semi-implicit Euler: y = -g h² n(n+1)/2.
        then(body.y()).isCloseTo(-2 * STEP * STEP * 100 * 101 / 2, within(1e-5));
        then(body.velocityY()).isCloseTo(-2 * STEP * 100, within(1e-5));
    }

    @Test
    void step_torqueOnHinge_turnsBothBodiesAboutTheirCommonCentre() {
        PlanarWorld world = new PlanarWorld(0, 0);
        RigidBody front = world.addBody(1, 1, 0, 0, 0);
        RigidBody rear = world.addBody(1, 1, 0, 1, 0);
        Hinge hinge = world.addHinge(front, 0.5, rear, -0.5);
        hinge.applyTorque(1);
        world.step(STEP, 50, 2);
        // By hand: a hinge force across the chain would turn both links the same way, but they turn against each
        // other alike, so there is none, and each gets ω = τh/I.
        then(rear.angularVelocity()).isCloseTo(STEP, within(1e-6));
        then(front.angularVelocity()).isCloseTo(-rear.angularVelocity(), within(1e-7));
        then(front.velocityX() + rear.velocityX()).isCloseTo(0, within(1e-7));
        then(hinge.rate()).isCloseTo(2 * rear.angularVelocity(), within(1e-7));
    }

    @Test
    void step_bodyOnARail_slidesUntilItsEnd() {
        PlanarWorld world = new PlanarWorld(0, -10);
        RigidBody cart = world.addBody(2, 1, 0, 1, 0);
        world.addRail(cart, -1, 1);
        for (int i = 1; i <= 40; i++) {
            cart.applyForce(6, 0);
            cart.applyTorque(1);
            world.step(STEP, 10, 2);
            then(cart.velocityX()).isCloseTo(6.0 / 2 * STEP * i, within(1e-5));
        }
        then(cart.y()).isCloseTo(1, within(1e-4));
        then(cart.angle()).isCloseTo(0, within(1e-4));
        for (int i = 0; i < 400; i++) {
            cart.applyForce(6, 0);
            world.step(STEP, 10, 2);
        }
        then(cart.x()).isCloseTo(1, within(0.01));
        then(cart.velocityX()).isCloseTo(0, within(1e-5));
    }

    @Test
    void moveTo_movingBody_keepsItsVelocity() {
        PlanarWorld world = new PlanarWorld(0, 0);
        RigidBody body = world.addBody(1, 1, 0, 0, 0);
        body.changeVelocity(1, 2, 3);
        body.moveTo(5, 6, 1);
        then(body.x()).isEqualTo(5);
        then(body.sin()).isCloseTo(Math.sin(1), within(1e-7));
        world.step(STEP, 1, 1);
        then(body.x()).isCloseTo(5 + STEP, within(1e-6));
        then(body.angularVelocity()).isEqualTo(3);
    }

    @Test
    void step_notANumber_hasDiverged() {
        PlanarWorld world = new PlanarWorld(0, 0);
        world.addBody(1, 1, 0, 0, 0);
        world.addBody(1, 1, 5, 0, 0).changeVelocity(Double.NaN, 0, 0);
        thenThrownBy(() -> world.step(STEP, 1, 1))
                .isInstanceOf(PhysicsDivergedException.class)
                .hasMessageContaining("Body 1 of 2");
    }

    @Test
    void step_fasterThanTheEngineAllows_hasDiverged() {
        PlanarWorld world = new PlanarWorld(0, 0);
        world.addBody(1, 1, 0, 0, 0).changeVelocity(0, 0, 1e3);
        thenThrownBy(() -> world.step(STEP, 1, 1)).isInstanceOf(PhysicsDivergedException.class);
    }

    @Test
    void addGround_discUponIt_restsAndFeelsItsWeight() {
        PlanarWorld world = new PlanarWorld(0, -10);
        world.addGround(new double[] {-5, 0, 5}, new double[] {0, 0, 0}, 0.5);
        RigidBody ball = world.addBody(2, 1, 0.5, 1.2, 0);
        Touch touch = world.addDisc(ball, 0, 1);
        then(touch.impulse()).isZero();
        for (int i = 0; i < 400; i++) {
            world.step(STEP, 10, 3);
        }
        // A skin of 0.01 keeps them apart, of which half may be overlapped.
        then(ball.y()).isBetween(1.0, 1.012);
        then(touch.impulse()).isCloseTo(2 * 10 * STEP, within(1e-4));
    }

    @Test
    void addGround_boxPushed_startsToSlideAtTheFrictionsForce() {
        for (double push : new double[] {9.5, 10.5}) {
            PlanarWorld world = new PlanarWorld(0, -10);
            world.addGround(new double[] {-50, 50}, new double[] {0, 0}, 0.5);
            RigidBody box = world.addBody(2, 1, 0, 1.01, 0);
            world.addBox(box, 2, 1);
            for (int i = 0; i < 400; i++) {
                box.applyForce(push, 0);
                world.step(STEP, 10, 3);
            }
            // By hand: friction gives way at 0.5 · 2 · 10 = 10; half beyond it makes 0.25 of acceleration for 2.
            then(box.velocityX()).isCloseTo(push < 10 ? 0 : 0.5, within(0.02));
        }
    }

    @Test
    void remove_body_isGoneWithItsHinges() {
        PlanarWorld world = new PlanarWorld(0, -10);
        RigidBody front = world.addBody(1, 1, 0, 0, 0);
        RigidBody rear = world.addBody(1, 1, 0, 1, 0);
        world.addHinge(front, 0.5, 0.5, rear, -0.5);
        world.remove(rear);
        world.step(STEP, 10, 3);
        then(front.angularVelocity()).isZero();
        then(front.velocityY()).isCloseTo(-10 * STEP, within(1e-6));
    }

    @Test
    void stopAt_twoAngles_keepsTheHingeBetweenThem() {
        PlanarWorld world = new PlanarWorld(0, 0);
        RigidBody front = world.addBody(1, 1, 0, 0, 0);
        RigidBody rear = world.addBody(1, 1, 0, 1, 0);
        Hinge hinge = world.addHinge(front, 0.5, rear, -0.5);
        hinge.stopAt(-0.2, 0.3);
        for (double torque : new double[] {1, -1}) {
            for (int i = 0; i < 600; i++) {
                hinge.applyTorque(torque);
                world.step(STEP, 20, 3);
            }
            // The engine lets a stop give by 2° (its angular slop).
            then(hinge.angle()).isCloseTo(torque > 0 ? 0.3 : -0.2, within(0.036));
        }
    }

    @Test
    void empty_whatIsPutInThen_movesAsInANewWorld() {
        PlanarWorld used = new PlanarWorld(0, -10);
        tumble(used, 3, 5);
        tumble(used, 0.1, 2);
        then(tumble(used, 1, 4)).isEqualTo(tumble(new PlanarWorld(0, -10), 1, 4));
    }

    /** Hinged bodies that fall on uneven ground, in an emptied world: their positions after half a second. */
    private static double[] tumble(PlanarWorld world, double unevenness, int pairs) {
        world.empty();
        world.addGround(new double[] {-50, -1, 0, 2, 50}, new double[] {0, 0, -unevenness, 0, unevenness}, 0.7);
        RigidBody[] bodies = new RigidBody[2 * pairs];
        for (int i = 0; i < bodies.length; i += 2) {
            bodies[i] = world.addBody(1 + i, 1, i, 1.5, 0.3 * i);
            bodies[i + 1] = world.addBody(1, 1, i, 2.5, 0.3 * i);
            world.addHinge(bodies[i], 0.5, bodies[i + 1], -0.5);
            world.addDisc(bodies[i], -0.4, 0.2);
            world.addBox(bodies[i + 1], 0.3, 0.1);
        }
        for (int step = 0; step < 100; step++) {
            world.step(STEP, 10, 3);
        }
        return Arrays.stream(bodies)
                .flatMapToDouble(body -> DoubleStream.of(body.x(), body.y(), body.angle(), body.angularVelocity()))
                .toArray();
    }

    @Test
    void step_moreContactsThanAWorldBeginsWith_allHold() {
        PlanarWorld world = new PlanarWorld(0, -10);
        world.addGround(new double[] {-50, 50}, new double[] {0, 0}, 0.7);
        RigidBody[] discs = new RigidBody[40];
        for (int i = 0; i < discs.length; i++) {
            discs[i] = world.addBody(1, 1, i, 0.5, 0);
            world.addDisc(discs[i], 0, 0.5);
        }
        for (int step = 0; step < 100; step++) {
            world.step(STEP, 10, 3);
        }
        then(discs).allSatisfy(disc -> then(disc.y()).isCloseTo(0.5, within(0.02)));
    }
}
