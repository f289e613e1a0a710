package dev.ganglion.environments.physics;

import java.util.ArrayList;
import java.util.List;
import org.jbox2d.collision.shapes.MassData;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.joints.PrismaticJointDef;
import org.jbox2d.dynamics.joints.RevoluteJointDef;

/**
 * A plane in which rigid bodies move, joined by hinges or held on rails, x to the right, y up, angles counter-clockwise in radians.
 *
 * <p>Lengths and masses are in units that the caller chooses so that bodies measure about 1; times are in seconds.
 * Bodies have no shape and so never touch. A world belongs to one thread, and two threads must not step worlds whose
 * JBox2D classes come from the same class loader.
 */
public final class PlanarWorld {
    /*
     * JBox2D's tables are off by up to 5.5e-5 (sine) and 4.9e-3 rad (arc tangent); both switches are global to the
     * class loader, so they are thrown before its first use.
     */
    static {
        Settings.SINCOS_LUT_ENABLED = false;
        Settings.FAST_ATAN2 = false;
        Settings.FAST_ABS = false;
        Settings.FAST_FLOOR = false;
        Settings.FAST_CEIL = false;
        Settings.FAST_ROUND = false;
    }

    private final World world;
    private final List<RigidBody> bodies = new ArrayList<>();

    /** An empty world with uniform gravity, in length units per second squared. */
    public PlanarWorld(double gravityX, double gravityY) {
        world = new World(new Vec2((float) gravityX, (float) gravityY));
        // A sleeping body would ignore the fluid; nothing here is fast enough to need continuous collision.
        world.setAllowSleep(false);
        world.setContinuousPhysics(false);
        world.setAutoClearForces(true);
    }

    /** Whether every approximate trigonometric and rounding table of the engine is switched off. */
    public static boolean isExact() {
        return !(Settings.SINCOS_LUT_ENABLED
                || Settings.FAST_ATAN2
                || Settings.FAST_ABS
                || Settings.FAST_FLOOR
                || Settings.FAST_CEIL
                || Settings.FAST_ROUND);
    }

    /**
     * Adds a body at rest.
     *
     * @param mass its mass
     * @param inertia its moment of inertia about its centre of mass
     * @param x centre of mass
     * @param y centre of mass
     * @param angle orientation of the body's own frame
     */
    public RigidBody addBody(double mass, double inertia, double x, double y, double angle) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DYNAMIC;
        definition.allowSleep = false;
        definition.position.set((float) x, (float) y);
        definition.angle = (float) angle;
        MassData massData = new MassData();
        massData.mass = (float) mass;
        massData.I = (float) inertia;
        org.jbox2d.dynamics.Body body = world.createBody(definition);
        body.setMassData(massData);
        RigidBody added = new RigidBody(body);
        bodies.add(added);
        return added;
    }

    /**
     * Joins two bodies at a point of each, given along each body's own y axis from its centre of mass.
     *
     * @param first the body to which the hinge's angle is relative
     * @param firstY the point on it
     * @param second the body that turns
     * @param secondY the point on it
     */
    public Hinge addHinge(RigidBody first, double firstY, RigidBody second, double secondY) {
        RevoluteJointDef definition = new RevoluteJointDef();
        definition.bodyA = first.body();
        definition.bodyB = second.body();
        definition.localAnchorA.set(0, (float) firstY);
        definition.localAnchorB.set(0, (float) secondY);
        world.createJoint(definition);
        return new Hinge(first, second);
    }

    /**
     * Lets a body only slide along the x axis, as a cart on a rail, from where it is now.
     *
     * @param body the body, not turned
     * @param low lowest x of its centre of mass, where it is stopped dead; may be negative infinity
     * @param high highest x of its centre of mass; may be positive infinity
     */
    public void addRail(RigidBody body, double low, double high) {
        PrismaticJointDef definition = new PrismaticJointDef();
        definition.bodyA = world.createBody(new BodyDef());
        definition.bodyB = body.body();
        definition.localAnchorA.set(0, (float) body.y());
        definition.localAxisA.set(1, 0);
        definition.enableLimit = Double.isFinite(low) || Double.isFinite(high);
        definition.lowerTranslation = (float) low;
        definition.upperTranslation = (float) high;
        world.createJoint(definition);
    }

    /**
     * Advances time, semi-implicitly, and forgets the forces and torques that were applied.
     *
     * @param seconds the step
     * @param velocityIterations sweeps over hinges and rails for their impulses
     * @param positionIterations largest number of sweeps over hinges and rails to close gaps
     * @throws PhysicsDivergedException if a body's state is no longer finite, or reaches the speed at which JBox2D
     *     silently cuts velocities (2 length units or a quarter turn per step)
     */
    public void step(double seconds, int velocityIterations, int positionIterations) {
        world.step((float) seconds, velocityIterations, positionIterations);
        for (RigidBody body : bodies) {
            double fastest = Math.max(
                    Math.abs(body.angularVelocity()) / Settings.maxRotation,
                    Math.hypot(body.velocityX(), body.velocityY()) / Settings.maxTranslation);
            boolean sound = fastest * seconds < SPEED_MARGIN
                    && Double.isFinite(body.x())
                    && Double.isFinite(body.y())
                    && Double.isFinite(body.angle());
            if (!sound) {
                throw new PhysicsDivergedException(
                        "Body " + bodies.indexOf(body) + " of " + bodies.size() + " has diverged: " + body);
            }
        }
    }

    /** Fraction of the engine's cut-off speed that counts as diverged; the cut itself is inexact in single precision. */
    private static final double SPEED_MARGIN = 0.999;
}
