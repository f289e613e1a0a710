package dev.ganglion.environments.quadruped;

/**
 * The rubber stops of a joint: a spring and a damper that begin at an angle and only push back. Ours.
 *
 * @param low angle in rad below which the joint is stopped
 * @param high angle in rad above which it is stopped
 */
/*
 * The engine's own hard stops are solved together with hinges and ground, and an impact of a light shin under a heavy
 * torso is not solved to the end within a step: limp legs that fell with 40 J gave back up to 5 J over the next steps.
 */
record JointStop(double low, double high) {
    private static final JointStop HIP = new JointStop(-1.2, 2);
    private static final JointStop KNEE = new JointStop(-2.6, -0.3);

    /** N m/rad. */
    private static final double STIFFNESS = 500;

    /** N m s/rad. */
    private static final double DAMPING = 3;

    /** The stops of a joint. */
    static JointStop of(int joint) {
        return Leg.isKnee(joint) ? KNEE : HIP;
    }

    /** Torque in N m on a joint with this angle in rad and this rate in rad/s. */
    double torque(double angle, double rate) {
        double beyond = beyond(angle);
        double torque = -STIFFNESS * beyond - DAMPING * rate;
        if (beyond == 0) {
            return 0;
        }
        return beyond > 0 ? Math.min(0, torque) : Math.max(0, torque);
    }

    /** Energy in J of the spring at this angle. */
    double energy(double angle) {
        double beyond = beyond(angle);
        return STIFFNESS * beyond * beyond / 2;
    }

    private double beyond(double angle) {
        return Math.max(0, angle - high) + Math.min(0, angle - low);
    }
}
