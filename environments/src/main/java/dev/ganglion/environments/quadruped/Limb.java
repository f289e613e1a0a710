package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.physics.Hinge;
import dev.ganglion.environments.physics.RigidBody;
import dev.ganglion.environments.physics.Touch;

/**
 * A thigh or a shin in the world with the joint at its upper end; on its own y axis, in world units, that end lies at
 * half its length and the lower one at minus half its length.
 *
 * @param body the link
 * @param hinge the joint at its upper end, whose angle is the negative of ours
 * @param touch what its lower end feels of the ground
 */
record Limb(RigidBody body, Hinge hinge, Touch touch) {
    /** Angle of the joint in rad, positive where the link is swung back. */
    double angle() {
        return -hinge.angle();
    }

    /** Rate of the angle in rad/s. */
    double rate() {
        return -hinge.rate();
    }

    /** Swings the link back against what it hangs from, during the next step; in world units. */
    void applyTorque(double torque) {
        hinge.applyTorque(-torque);
    }

    /** Holds the joint fast at the angle that it has. */
    void lock() {
        hinge.stopAt(hinge.angle(), hinge.angle());
    }
}
