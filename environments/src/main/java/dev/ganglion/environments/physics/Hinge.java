package dev.ganglion.environments.physics;

/**
 * A frictionless joint about which two bodies turn.
 *
 * @param first the body to which the angle is relative
 * @param second the body that turns
 */
public record Hinge(RigidBody first, RigidBody second) {
    /** Angle of the second body relative to the first, counter-clockwise, not wrapped. */
    public double angle() {
        return second.angle() - first.angle();
    }

    /** Rate of change of the angle, in radians per second. */
    public double rate() {
        return second.angularVelocity() - first.angularVelocity();
    }

    /** Turns the second body counter-clockwise against the first during the world's next step. */
    public void applyTorque(double torque) {
        first.applyTorque(-torque);
        second.applyTorque(torque);
    }
}
