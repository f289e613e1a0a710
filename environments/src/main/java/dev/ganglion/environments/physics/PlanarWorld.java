package dev.ganglion.environments.physics;

import java.util.ArrayList;
import java.util.List;
import org.jbox2d.collision.shapes.ChainShape;
import org.jbox2d.collision.shapes.CircleShape;
import org.jbox2d.collision.shapes.MassData;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.collision.shapes.Shape;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.joints.PrismaticJointDef;
import org.jbox2d.dynamics.joints.RevoluteJoint;
import org.jbox2d.dynamics.joints.RevoluteJointDef;

/**
 * A plane in which rigid bodies move, joined by hinges, held on rails or resting on ground, x to the right, y up, angles
 * counter-clockwise in radians.
 *
 * <p>Lengths and masses are in units that the caller chooses so that bodies measure about 1; times are in seconds.
 * Bodies touch the ground where they were given a disc or a box, and never each other. A world belongs to one thread,
 * and two threads must not step worlds whose JBox2D classes come from the same class loader.
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

    /** Collision categories: bodies touch the ground and nothing else. */
    private static final int GROUND = 1;

    private static final int BODIES = 2;

    private final Engine world;
    private final List<RigidBody> bodies = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();

    /** An empty world with uniform gravity, in length units per second squared. */
    public PlanarWorld(double gravityX, double gravityY) {
        world = new Engine(new Vec2((float) gravityX, (float) gravityY));
    }

    /**
     * Takes everything out, which costs a fraction of making another world. What is put in afterwards moves as it would in
     * a new one, to the bit.
     */
    public void empty() {
        world.empty();
        bodies.clear();
        touches.clear();
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
        return addHinge(first, 0, firstY, second, secondY);
    }

    /**
     * Joins any point of a body to a point on another's own y axis.
     *
     * @param first the body to which the hinge's angle is relative
     * @param firstX the point on it, from its centre of mass
     * @param firstY the point on it, from its centre of mass
     * @param second the body that turns
     * @param secondY the point on it
     */
    public Hinge addHinge(RigidBody first, double firstX, double firstY, RigidBody second, double secondY) {
        RevoluteJointDef definition = new RevoluteJointDef();
        definition.bodyA = first.body();
        definition.bodyB = second.body();
        definition.localAnchorA.set((float) firstX, (float) firstY);
        definition.localAnchorB.set(0, (float) secondY);
        return new Hinge(first, second, (RevoluteJoint) world.createJoint(definition));
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
     * Adds ground: an immovable line strip from left to right, on whose upper side bodies stand.
     *
     * @param x its corners, at least two, in ascending order; two neighbours may share an x for a step
     * @param y its corners
     * @param friction Coulomb friction of whatever touches it
     */
    public void addGround(double[] x, double[] y, double friction) {
        Vec2[] corners = new Vec2[x.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Vec2((float) x[i], (float) y[i]);
        }
        ChainShape line = new ChainShape();
        line.createChain(corners, corners.length);
        FixtureDef surface = surface(line, GROUND, BODIES);
        // The engine takes the root of the product of two surfaces' frictions; a body's is 1.
        surface.friction = (float) (friction * friction);
        world.createBody(new BodyDef()).createFixture(surface);
        // A foot may cross a thin line within a step; against the ground the engine looks for the moment of impact.
        world.setContinuousPhysics(true);
        world.setContactListener(new TouchListener());
    }

    /**
     * Gives a body a disc with which it touches the ground.
     *
     * @param body the body
     * @param y the disc's centre on the body's own y axis, from its centre of mass
     * @param radius the disc's radius
     * @return what the disc feels
     */
    public Touch addDisc(RigidBody body, double y, double radius) {
        CircleShape disc = new CircleShape();
        disc.m_p.set(0, (float) y);
        disc.m_radius = (float) radius;
        return feel(body, disc);
    }

    /**
     * Gives a body a box with which it touches the ground, about its centre of mass and along its own axes.
     *
     * @return what the box feels
     */
    public Touch addBox(RigidBody body, double halfWidth, double halfHeight) {
        PolygonShape box = new PolygonShape();
        box.setAsBox((float) halfWidth, (float) halfHeight);
        return feel(body, box);
    }

    private Touch feel(RigidBody body, Shape shape) {
        FixtureDef surface = surface(shape, BODIES, GROUND);
        Touch touch = new Touch();
        surface.userData = touch;
        surface.friction = 1;
        body.body().createFixture(surface);
        touches.add(touch);
        return touch;
    }

    private static FixtureDef surface(Shape shape, int category, int touched) {
        FixtureDef surface = new FixtureDef();
        surface.shape = shape;
        surface.filter.categoryBits = category;
        surface.filter.maskBits = touched;
        return surface;
    }

    /** Takes a body, and whatever joins it to others, out of the world. */
    public void remove(RigidBody body) {
        if (bodies.remove(body)) {
            world.destroyBody(body.body());
        }
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
        touches.forEach(Touch::forget);
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
