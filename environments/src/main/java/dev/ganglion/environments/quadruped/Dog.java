package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.physics.RigidBody;
import dev.ganglion.environments.physics.Touch;
import org.jspecify.annotations.Nullable;

/**
 * The quadruped in a world of its own, from the moment it is placed there. What goes in and comes out is in SI units;
 * the world measures lengths in tenths of a metre, so that JBox2D's tolerances are small beside a foot: it lets things
 * overlap by half a millimetre and keeps a skin of one.
 */
final class Dog {
    /** World units in a metre, and what follows for forces, torques and moments of inertia. */
    private static final double SCALE = 10;

    private static final double SQUARE = SCALE * SCALE;

    private static final double GRAVITY = 9.81;

    /** Width of the skin that the engine keeps between a body and the ground, in m. */
    private static final double SKIN = 0.01 / SCALE;

    private static final int VELOCITY_ITERATIONS = 10;

    private static final int POSITION_ITERATIONS = 3;

    private final PlanarWorld world;
    private final RigidBody torso;
    private final Touch belly;
    private final @Nullable Limb[] limbs = new @Nullable Limb[Leg.JOINTS];

    /**
     * Places a quadruped at rest over x = 0, its lowest foot on the ground.
     *
     * @param world one of {@link #world}; it is emptied first
     * @param parameters the quadruped
     * @param terrain the ground
     * @param pitch of the torso in rad, positive nose up
     * @param angles of the joints in rad
     */
    Dog(PlanarWorld world, QuadrupedParameters parameters, Terrain terrain, double pitch, double[] angles) {
        this.world = world;
        world.empty();
        world.addGround(scaled(terrain.x()), scaled(terrain.y()), parameters.friction());
        double mass = Anatomy.TORSO_MASS + parameters.payload();
        double height = Stance.height(terrain, pitch, angles) + SKIN;
        torso = world.addBody(mass, Anatomy.torsoInertia(mass) * SQUARE, 0, height * SCALE, pitch);
        belly = world.addBox(torso, Anatomy.TORSO_LENGTH / 2 * SCALE, Anatomy.TORSO_HEIGHT / 2 * SCALE);
        for (Leg leg : Leg.ALL) {
            Limb thigh = addThigh(leg, pitch, angles[leg.hip()]);
            limbs[leg.hip()] = thigh;
            limbs[leg.knee()] = addShin(thigh, angles[leg.knee()]);
        }
    }

    /** An empty world for a quadruped. */
    static PlanarWorld world() {
        return new PlanarWorld(0, -GRAVITY * SCALE);
    }

    private static double[] scaled(double[] metres) {
        double[] scaled = new double[metres.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = metres[i] * SCALE;
        }
        return scaled;
    }

    private Limb addThigh(Leg leg, double pitch, double angle) {
        double hipX = leg.hipX() * SCALE;
        RigidBody thigh = addLimb(
                torso.x() + hipX * StrictMath.cos(pitch),
                torso.y() + hipX * StrictMath.sin(pitch),
                pitch - angle,
                Anatomy.THIGH_LENGTH,
                Anatomy.THIGH_MASS);
        double half = Anatomy.THIGH_LENGTH / 2 * SCALE;
        return new Limb(
                thigh,
                world.addHinge(torso, hipX, 0, thigh, half),
                world.addDisc(thigh, -half, Anatomy.KNEE_RADIUS * SCALE));
    }

    private Limb addShin(Limb thigh, double angle) {
        RigidBody upper = thigh.body();
        double upperHalf = Anatomy.THIGH_LENGTH / 2 * SCALE;
        RigidBody shin = addLimb(
                upper.x() + upperHalf * StrictMath.sin(upper.angle()),
                upper.y() - upperHalf * StrictMath.cos(upper.angle()),
                upper.angle() - angle,
                Anatomy.SHIN_LENGTH,
                Anatomy.SHIN_MASS);
        double half = Anatomy.SHIN_LENGTH / 2 * SCALE;
        return new Limb(
                shin,
                world.addHinge(upper, -upperHalf, shin, half),
                world.addDisc(shin, -half, Anatomy.FOOT_RADIUS * SCALE));
    }

    /** A link that hangs at an angle from a point, both in world units. */
    private RigidBody addLimb(double upperX, double upperY, double angle, double length, double mass) {
        double half = length / 2 * SCALE;
        // Strict, so that every machine starts an episode from the same bits.
        return world.addBody(
                mass,
                Anatomy.limbInertia(mass, length) * SQUARE,
                upperX + half * StrictMath.sin(angle),
                upperY - half * StrictMath.cos(angle),
                angle);
    }

    /** Advances by one step with a torque in N m on each joint. */
    void step(double seconds, double[] torques) {
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            Limb limb = limbs[joint];
            if (limb != null) {
                double stop = JointStop.of(joint).torque(limb.angle(), limb.rate());
                limb.applyTorque((torques[joint] + stop) * SQUARE);
            }
        }
        world.step(seconds, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
    }

    /** Holds a joint fast at the angle that it has. */
    void lock(int joint) {
        Limb limb = limbs[joint];
        if (limb != null) {
            limb.lock();
        }
    }

    /** Takes a joint off, with what is below it. */
    void remove(int joint) {
        int last = Leg.ofJoint(joint).knee();
        for (int below = joint; below <= last; below++) {
            Limb limb = limbs[below];
            if (limb != null) {
                world.remove(limb.body());
            }
            limbs[below] = null;
        }
    }

    boolean has(int joint) {
        return limbs[joint] != null;
    }

    /** Angle of a joint in rad; 0 if it has come off. */
    double angle(int joint) {
        Limb limb = limbs[joint];
        return limb == null ? 0 : limb.angle();
    }

    /** Rate of a joint in rad/s; 0 if it has come off. */
    double rate(int joint) {
        Limb limb = limbs[joint];
        return limb == null ? 0 : limb.rate();
    }

    /** Impulse of the ground on the lower end of a limb in N s, over the last step; 0 if it has come off. */
    double impulse(int joint) {
        Limb limb = limbs[joint];
        return limb == null ? 0 : limb.touch().impulse() / SCALE;
    }

    /** Impulse of the ground on the torso in N s, over the last step. */
    double torsoImpulse() {
        return belly.impulse() / SCALE;
    }

    double torsoX() {
        return torso.x() / SCALE;
    }

    double torsoY() {
        return torso.y() / SCALE;
    }

    double pitch() {
        return torso.angle();
    }

    double torsoVelocityX() {
        return torso.velocityX() / SCALE;
    }

    double torsoVelocityY() {
        return torso.velocityY() / SCALE;
    }

    double pitchRate() {
        return torso.angularVelocity();
    }

    /** x in m of a limb's upper end, where {@code end} is 1, or of its lower end, where it is -1. */
    double limbX(int joint, int end) {
        Limb limb = limbs[joint];
        return limb == null
                ? torsoX()
                : (limb.body().x() - end * half(joint) * limb.body().sin()) / SCALE;
    }

    /** y in m of a limb's upper end, where {@code end} is 1, or of its lower end, where it is -1. */
    double limbY(int joint, int end) {
        Limb limb = limbs[joint];
        return limb == null
                ? torsoY()
                : (limb.body().y() + end * half(joint) * limb.body().cos()) / SCALE;
    }

    private static double half(int joint) {
        return (Leg.isKnee(joint) ? Anatomy.SHIN_LENGTH : Anatomy.THIGH_LENGTH) / 2 * SCALE;
    }

    /** Kinetic and potential energy in J of everything that is still there, stops included. */
    double energy() {
        double energy = energy(torso, Anatomy.TORSO_MASS, Anatomy.torsoInertia(Anatomy.TORSO_MASS));
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            Limb limb = limbs[joint];
            double mass = Leg.isKnee(joint) ? Anatomy.SHIN_MASS : Anatomy.THIGH_MASS;
            energy += limb == null
                    ? 0
                    : energy(limb.body(), mass, Anatomy.limbInertia(mass, 2 * half(joint) / SCALE))
                            + JointStop.of(joint).energy(limb.angle());
        }
        return energy;
    }

    private static double energy(RigidBody body, double mass, double inertia) {
        double speed = Math.hypot(body.velocityX(), body.velocityY()) / SCALE;
        return mass * (speed * speed / 2 + GRAVITY * body.y() / SCALE)
                + inertia * body.angularVelocity() * body.angularVelocity() / 2;
    }
}
