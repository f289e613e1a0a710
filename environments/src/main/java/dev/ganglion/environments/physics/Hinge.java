package dev.ganglion.environments.physics;

import org.jbox2d.dynamics.joints.RevoluteJoint;

/** A frictionless joint about which two bodies turn. */
public final class Hinge {
    private final RigidBody first;
    private final RigidBody second;
    private final RevoluteJoint joint;

    Hinge(RigidBody first, RigidBody second, RevoluteJoint joint) {
        this.first = first;
        this.second = second;
        this.joint = joint;
    }

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

    /**
     * Keeps the angle between two hard stops from now on; the same value twice holds it fast.
     *
     * @param low lowest angle in radians
     * @param high highest angle in radians, not below {@code low}
     */
    public void stopAt(double low, double high) {
        joint.setLimits((float) low, (float) high);
        joint.enableLimit(true);
    }
}
