package dev.ganglion.environments.swimmer;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.physics.RigidBody;
import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any swimmer must obey, whatever integrates it. */
class SwimmerBodyPhysicsTest {
    private static final SwimmerParameters STANDARD = SwimmerParameters.STANDARD;
    private static final SwimmerParameters VACUUM = STANDARD.in(new Medium.Fluid(0, 0));

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 11})
    void advance_motorsWithoutFluid_momentumStaysZero(int joints) {
        SwimmerBody body = new SwimmerBody(VACUUM.withJoints(joints));
        body.place(0.3, randomAngles(joints, 1, 0.5));
        RandomGenerator random = RandomStreams.named(1, "commands");
        double[] command = new double[joints];
        for (int step = 0; step < 60; step++) {
            for (int joint = 0; joint < joints; joint++) {
                command[joint] = 0.3 * random.nextDouble(-1, 1);
            }
            body.advance(command);
            Momentum momentum = Momentum.of(body);
            then(Math.hypot(momentum.x, momentum.y)).isLessThan(1e-4 * momentum.linearScale);
            // The rotors' coupling is given back a substep late, so angular momentum wavers a little.
            then(Math.abs(momentum.angular)).isLessThan(0.02 * momentum.angularScale);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.06", "0, 3"})
    void advance_straightChainUnderConstantForce_reachesTerminalSpeed(double axialShare, double coefficient) {
        double gravity = 0.8;
        SwimmerBody body =
                new SwimmerBody(STANDARD, SwimmerBody.SUBSTEPS, gravity * (1 - axialShare), gravity * axialShare);
        coast(body, 200);
        // m g = c v².
        double expected = Math.sqrt(0.01 * gravity / coefficient);
        double speed = axialShare == 1 ? body.linkVelocityY(2) : body.linkVelocityX(2);
        then(speed).isCloseTo(expected, within(2e-3 * expected));
    }

    @Test
    void advance_straightChainInViscousFluid_reachesStokesSpeed() {
        SwimmerBody body = new SwimmerBody(STANDARD.in(new Medium.Fluid(0, 0.5)), SwimmerBody.SUBSTEPS, 0, 0.8);
        coast(body, 200);
        // m g = 3π d μ v with d = (0.002 + 0.1 + 0.02)/3 m.
        double expected = 0.01 * 0.8 / (3 * Math.PI * 0.122 / 3 * 0.5);
        then(body.linkVelocityY(0)).isCloseTo(expected, within(1e-3 * expected));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "0, 8"})
    void advance_straightChainOnAgar_slidesAsTheDragAllows(double axialShare, double dragPerMetre) {
        double gravity = 0.1;
        SwimmerBody body = new SwimmerBody(
                STANDARD.in(Medium.AGAR), SwimmerBody.SUBSTEPS, gravity * (1 - axialShare), gravity * axialShare);
        coast(body, 100);
        // m g = c L v for each link.
        double expected = 0.01 * gravity / (dragPerMetre * 0.1);
        double speed = axialShare == 1 ? body.linkVelocityY(2) : body.linkVelocityX(2);
        // Drag along a link is slow to act, drag across it all but stops a link within a substep.
        then(speed).isCloseTo(expected, within(0.02 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3000})
    void advance_motorsOff_energyNeverGrows(double density) {
        SwimmerBody body = new SwimmerBody(STANDARD.in(new Medium.Fluid(density, 0)));
        body.place(1, new double[] {0.2, -0.3, 0.1, 0.3, -0.2});
        double[] command = {0.2, -0.1, 0.2, 0.1, -0.2};
        for (int step = 0; step < 4; step++) {
            body.advance(command);
        }
        double energy = energy(body);
        double first = energy;
        for (int step = 0; step < 12; step++) {
            coast(body, 1);
            double next = energy(body);
            // No stop is reached, whose spring would give back what it took. In a vacuum energy is conserved to the
            // integrator's accuracy.
            then(next).isLessThan(energy * (1 + (density > 0 ? 0 : 2e-3)));
            energy = next;
        }
        then(energy).isLessThan(density > 0 ? 0.7 * first : 1.01 * first);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 30})
    void advance_mirroredStartAndCommands_givesTheMirrorImage(int joints) {
        SwimmerBody left = new SwimmerBody(STANDARD.withJoints(joints));
        SwimmerBody right = new SwimmerBody(STANDARD.withJoints(joints));
        double[] angles = randomAngles(joints, 2, left.parameters().jointLimit());
        left.place(0.7, angles);
        right.place(-0.7, mirrored(angles));
        RandomGenerator random = RandomStreams.named(2, "commands");
        double[] command = new double[joints];
        for (int step = 0; step < 100; step++) {
            for (int joint = 0; joint < joints; joint++) {
                command[joint] = random.nextDouble(-1, 1);
            }
            left.advance(command);
            right.advance(mirrored(command));
        }
        for (int joint = 0; joint < joints; joint++) {
            then(right.jointAngle(joint)).isCloseTo(-left.jointAngle(joint), within(1e-4));
        }
        for (int link = 0; link <= joints; link++) {
            then(right.linkVelocityX(link)).isCloseTo(-left.linkVelocityX(link), within(1e-4));
            then(right.linkVelocityY(link)).isCloseTo(left.linkVelocityY(link), within(1e-4));
        }
    }

    @Test
    void advance_turnedStart_swimsTheSameTurned() {
        SwimmerBody down = new SwimmerBody(STANDARD);
        SwimmerBody turned = new SwimmerBody(STANDARD);
        double[] angles = randomAngles(5, 3, 1);
        down.place(0, angles);
        turned.place(2.5, angles);
        for (int step = 0; step < 60; step++) {
            swim(down, step);
            swim(turned, step);
        }
        then(turned.forwardSpeed()).isCloseTo(down.forwardSpeed(), within(1e-3));
        then(turned.jointAngle(4)).isCloseTo(down.jointAngle(4), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void advance_defaultCircuit_bendsTravelFromHeadToTail(int joints) {
        SwimmerBody body = new SwimmerBody(STANDARD.withJoints(joints));
        int steps = 600;
        double[][] bends = new double[joints][steps];
        for (int step = 0; step < steps; step++) {
            swim(body, step);
            for (int joint = 0; joint < joints; joint++) {
                bends[joint][step] = body.jointAngle(joint);
            }
        }
        for (int joint = 1; joint < joints; joint++) {
            then(lag(bends[joint - 1], bends[joint]))
                    .as("lag of joint " + joint)
                    .isBetween(1, 20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 11, 30})
    void advance_allMotorsFullAgainstTheStops_holdsTogether(int joints) {
        SwimmerBody body = new SwimmerBody(STANDARD.withJoints(joints));
        RandomGenerator random = RandomStreams.named(4, "commands");
        double[] command = new double[joints];
        double limit = body.parameters().jointLimit();
        for (int step = 0; step < 400; step++) {
            boolean isAlternating = step >= 200;
            double common = step % 50 < 25 ? 1 : -1;
            for (int joint = 0; joint < joints; joint++) {
                command[joint] = isAlternating ? (random.nextBoolean() ? 1 : -1) : common;
            }
            body.advance(command);
            for (int joint = 0; joint < joints; joint++) {
                then(Math.abs(body.jointAngle(joint))).isLessThan(limit + 0.3);
                then(gap(body, joint)).as("gap in link lengths").isLessThan(0.01);
            }
        }
    }

    private static void coast(SwimmerBody body, int steps) {
        double[] command = new double[body.parameters().joints()];
        for (int step = 0; step < steps; step++) {
            body.advance(command);
        }
    }

    private static void swim(SwimmerBody body, int step) {
        double[] angles = new double[body.parameters().joints()];
        double[] command = new double[angles.length];
        for (int joint = 0; joint < angles.length; joint++) {
            angles[joint] = body.jointAngle(joint);
        }
        NcapFormula.DEFAULT.act(step, angles, command);
        body.advance(command);
    }

    private static double[] randomAngles(int joints, long seed, double limit) {
        return RandomStreams.named(seed, "angles")
                .doubles(joints, -limit, limit)
                .toArray();
    }

    private static double[] mirrored(double[] values) {
        double[] mirrored = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mirrored[i] = -values[i];
        }
        return mirrored;
    }

    /** Steps by which {@code rear} follows {@code front}: where their correlation over the last 300 steps peaks. */
    private static int lag(double[] front, double[] rear) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int lag = -30; lag < 30; lag++) {
            double sum = 0;
            for (int step = 250; step < 550; step++) {
                sum += front[step] * rear[step + lag];
            }
            if (sum > highest) {
                highest = sum;
                best = lag;
            }
        }
        return best;
    }

    private static double gap(SwimmerBody body, int joint) {
        RigidBody front = body.chain().link(joint);
        RigidBody rear = body.chain().link(joint + 1);
        double x = front.x() - front.sin() / 2 - rear.x() - rear.sin() / 2;
        double y = front.y() + front.cos() / 2 - rear.y() + rear.cos() / 2;
        return Math.hypot(x, y);
    }

    /** Kinetic energy of links and rotors in the simulation's units. */
    private static double energy(SwimmerBody body) {
        ChainModel model = ChainModel.of(body.parameters());
        double energy = 0;
        for (int k = 0; k < model.links(); k++) {
            RigidBody link = body.chain().link(k);
            double w = link.angularVelocity();
            energy += 0.5 * (Math.pow(link.velocityX(), 2) + Math.pow(link.velocityY(), 2) + model.inertia() * w * w);
            if (k < model.joints()) {
                energy += 0.5
                        * model.rotorInertia()
                        * Math.pow(body.chain().hinge(k).rate(), 2);
            }
        }
        return energy;
    }

    /** Momentum about the centre of mass, and the sums of the links' magnitudes to compare it with. */
    private record Momentum(double x, double y, double angular, double linearScale, double angularScale) {
        static Momentum of(SwimmerBody body) {
            ChainModel model = ChainModel.of(body.parameters());
            double centreX = 0;
            double centreY = 0;
            for (int k = 0; k < model.links(); k++) {
                centreX += body.chain().link(k).x() / model.links();
                centreY += body.chain().link(k).y() / model.links();
            }
            Momentum sum = new Momentum(0, 0, 0, 0, 0);
            for (int k = 0; k < model.links(); k++) {
                RigidBody link = body.chain().link(k);
                double orbital = (link.x() - centreX) * link.velocityY() - (link.y() - centreY) * link.velocityX();
                double spin = model.inertia() * link.angularVelocity();
                sum = new Momentum(
                        sum.x + link.velocityX(),
                        sum.y + link.velocityY(),
                        sum.angular + orbital + spin,
                        sum.linearScale + Math.hypot(link.velocityX(), link.velocityY()),
                        sum.angularScale + Math.abs(orbital) + Math.abs(spin));
            }
            return sum;
        }
    }
}
