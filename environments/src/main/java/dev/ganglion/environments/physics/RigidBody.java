package dev.ganglion.environments.physics;

import org.jbox2d.common.Rot;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;

/** A rigid body of a {@link PlanarWorld}: its state, in the world's units and frame, and what acts on it. */
public final class RigidBody {
    private final Body body;

    RigidBody(Body body) {
        this.body = body;
    }

    Body body() {
        return body;
    }

    /** Centre of mass. */
    public double x() {
        return body.m_sweep.c.x;
    }

    /** Centre of mass. */
    public double y() {
        return body.m_sweep.c.y;
    }

    /** Angle of the body's own frame, counter-clockwise, not wrapped. */
    public double angle() {
        return body.m_sweep.a;
    }

    /** Cosine of the angle. */
    public double cos() {
        Rot rotation = body.m_xf.q;
        return rotation.c;
    }

    /** Sine of the angle. */
    public double sin() {
        Rot rotation = body.m_xf.q;
        return rotation.s;
    }

    /** Velocity of the centre of mass. */
    public double velocityX() {
        return body.m_linearVelocity.x;
    }

    /** Velocity of the centre of mass. */
    public double velocityY() {
        return body.m_linearVelocity.y;
    }

    /** Angular velocity, counter-clockwise, in radians per second. */
    public double angularVelocity() {
        return body.m_angularVelocity;
    }

    /** Adds to the velocity at once, as an impulse would. */
    public void changeVelocity(double deltaX, double deltaY, double deltaAngular) {
        body.m_linearVelocity.x += (float) deltaX;
        body.m_linearVelocity.y += (float) deltaY;
        body.m_angularVelocity += (float) deltaAngular;
    }

    /** Puts the body elsewhere at once, without changing its velocity. */
    public void moveTo(double x, double y, double angle) {
        body.setTransform(new Vec2((float) x, (float) y), (float) angle);
    }

    /** Adds a force on the centre of mass that acts during the world's next step. */
    public void applyForce(double forceX, double forceY) {
        body.m_force.x += (float) forceX;
        body.m_force.y += (float) forceY;
    }

    /** Adds a torque that acts during the world's next step. */
    public void applyTorque(double torque) {
        body.m_torque += (float) torque;
    }

    @Override
    public String toString() {
        return "position (" + x() + ", " + y() + "), angle " + angle() + " rad, velocity (" + velocityX() + ", "
                + velocityY() + "), angular velocity " + angularVelocity() + " rad/s";
    }
}
