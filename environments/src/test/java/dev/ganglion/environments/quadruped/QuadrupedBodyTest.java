package dev.ganglion.environments.quadruped;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.quadruped.Motors.Actuation;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The physics of the body, against what can be worked out by hand. */
class QuadrupedBodyTest {
    private static final double[] STAND = new double[Leg.JOINTS];

    private static final QuadrupedParameters STANDARD = QuadrupedParameters.STANDARD;
    private static final QuadrupedParameters LIMP = STANDARD.with(new Motors(Actuation.TORQUE, 0, 0, 0));
    private static final QuadrupedParameters WILD = STANDARD.with(Motors.STANDARD.with(Actuation.TORQUE));

    private static void advance(QuadrupedBody body, double[] command, int steps) {
        for (int step = 0; step < steps; step++) {
            body.advance(command);
        }
    }

    private static double footForces(QuadrupedBody body) {
        return Leg.ALL.stream().mapToDouble(leg -> body.footForce(leg.number())).sum();
    }

    @Test
    void place_standing_isAsHighAsItsLegsAreLong() {
        QuadrupedBody body = new QuadrupedBody(STANDARD);
        // By hand: a hind leg of 0.2 m and 0.2 m at 0.7 and -0.5 rad from the vertical, a foot of 0.02 m, 0.001 m of
        // skin.
        then(body.torsoHeight()).isCloseTo(0.2 * Math.cos(0.7) + 0.2 * Math.cos(0.5) + 0.021, within(1e-6));
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            then(body.jointAngle(joint)).isCloseTo(Leg.range(joint).standing(), within(1e-6));
        }
    }

    @Test
    void advance_stanceHeldBySprings_staysStill() {
        QuadrupedBody body = new QuadrupedBody(STANDARD);
        advance(body, STAND, 100);
        double place = body.torsoPlace();
        double height = body.torsoHeight();
        double pitch = body.pitch();
        advance(body, STAND, 1000);
        then(body.torsoPlace()).isCloseTo(place, within(1e-4));
        then(body.torsoHeight()).isCloseTo(height, within(1e-4));
        then(body.pitch()).isCloseTo(pitch, within(1e-4));
        then(body.torsoVelocityX()).isCloseTo(0, within(1e-5));
        then(body.torsoVelocityY()).isCloseTo(0, within(1e-5));
    }

    @Test
    void footForce_standing_carriesTheWeight() {
        for (double payload : new double[] {0, 5}) {
            QuadrupedBody body = new QuadrupedBody(new QuadrupedParameters(Motors.STANDARD, payload, 0.8));
            advance(body, STAND, 100);
            // 7.5 kg of torso, four legs of 1.2 kg, and the payload.
            then(footForces(body)).isCloseTo((12.3 + payload) * 9.81, within(0.02));
            then(Leg.ALL).allMatch(leg -> body.isFootDown(leg.number()));
        }
    }

    @Test
    void jointTorque_standing_isThatOfTheSpring() {
        QuadrupedBody body = new QuadrupedBody(STANDARD);
        advance(body, STAND, 200);
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            double bend = Leg.range(joint).standing() - body.jointAngle(joint);
            then(body.jointTorque(joint)).isCloseTo(60 * bend, within(1e-3));
        }
    }

    @Test
    void advance_limp_neverGainsEnergy() {
        RandomGenerator random = RandomStreams.named(1, "postures");
        for (int fall = 0; fall < 30; fall++) {
            QuadrupedBody body = new QuadrupedBody(LIMP);
            body.place(Terrain.flat(), random.nextDouble(-0.3, 0.3), posture(random));
            Dog dog = body.dog();
            double start = dog.energy();
            double lowest = start;
            for (int step = 0; step < 1200; step++) {
                dog.step(0.0025, STAND);
                lowest = Math.min(lowest, dog.energy());
                then(dog.energy()).isLessThan(start + 1e-3);
                // An impact is solved over several steps and gives a little back.
                then(dog.energy()).isLessThan(lowest + 0.03 * start);
            }
            double end = dog.energy();
            for (int step = 0; step < 400; step++) {
                dog.step(0.0025, STAND);
            }
            then(dog.energy()).isLessThan(end + 0.01);
        }
    }

    private static double[] posture(RandomGenerator random) {
        double[] angles = new double[Leg.JOINTS];
        Arrays.setAll(angles, joint -> Leg.range(joint).target(random.nextDouble(-1, 1)));
        return angles;
    }

    @Test
    void dog_inTheAir_fallsFreely() {
        QuadrupedBody body = new QuadrupedBody(LIMP);
        double[] tucked = Stance.standing();
        body.place(Terrain.slope(-3, -1), 0, tucked);
        Dog dog = body.dog();
        double start = dog.torsoY();
        for (int step = 0; step < 40; step++) {
            dog.step(0.0025, STAND);
        }
        // Nothing but gravity acts on any link, so none turns: semi-implicit Euler, g h² n(n+1)/2.
        then(start - dog.torsoY()).isCloseTo(9.81 * 0.0025 * 0.0025 * 40 * 41 / 2, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Terrain.Kind.class)
    void advance_fullTorquesAtRandom_noFootSinks(Terrain.Kind kind) {
        RandomGenerator random = RandomStreams.named(2, "torques " + kind);
        double[] command = new double[Leg.JOINTS];
        for (int episode = 0; episode < 8; episode++) {
            QuadrupedBody body = new QuadrupedBody(WILD);
            body.place(Terrain.of(kind, 0.05, random), 0, Stance.standing());
            for (int step = 0; step < 150; step++) {
                if (step % 3 == 0) {
                    Arrays.setAll(command, joint -> random.nextBoolean() ? 1 : -1);
                }
                body.advance(command);
                Leg.ALL.forEach(leg -> thenAboveTheGround(body, leg));
            }
        }
    }

    private static void thenAboveTheGround(QuadrupedBody body, Leg leg) {
        double x = body.dog().limbX(leg.knee(), -1);
        double y = body.dog().limbY(leg.knee(), -1);
        double ground = body.terrain().heightAt(x);
        double slant = Math.cos(body.terrain().angleAt(x));
        then((y - ground) * slant).isGreaterThan(Anatomy.FOOT_RADIUS - 0.003);
    }

    /** Where legs push sideways against each other, friction holds less than it could; so 2° below, and 2° above. */
    @Test
    void advance_onASlope_frictionHoldsBelowItsAngleAndSlipsAboveIt() {
        double friction = 0.3;
        double angle = Math.atan(friction);
        then(slip(friction, angle - Math.toRadians(2))).isLessThan(1e-3);
        then(slip(friction, angle + Math.toRadians(2))).isGreaterThan(0.5);
    }

    /** How far in m a stance slips down a slope within three seconds, once it has settled. */
    private static double slip(double friction, double slope) {
        QuadrupedBody body = new QuadrupedBody(STANDARD.withFriction(friction));
        body.place(Terrain.slope(-Math.tan(slope), -10), -slope, Stance.standing());
        advance(body, STAND, 50);
        double start = body.dog().limbX(Leg.FORE_LEFT.knee(), -1);
        advance(body, STAND, 100);
        return Math.abs(body.dog().limbX(Leg.FORE_LEFT.knee(), -1) - start) / Math.cos(slope);
    }

    /** Left and right legs stand in the same place, which they could not if links touched each other. */
    @Test
    void advance_legsInTheSamePlace_passThroughEachOther() {
        QuadrupedBody body = new QuadrupedBody(STANDARD);
        advance(body, STAND, 100);
        Dog dog = body.dog();
        then(dog.limbX(Leg.FORE_LEFT.knee(), -1)).isCloseTo(dog.limbX(Leg.FORE_RIGHT.knee(), -1), within(1e-4));
        then(dog.limbX(Leg.HIND_LEFT.knee(), -1)).isCloseTo(dog.limbX(Leg.HIND_RIGHT.knee(), -1), within(1e-4));
    }
}
