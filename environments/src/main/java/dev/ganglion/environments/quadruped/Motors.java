package dev.ganglion.environments.quadruped;

/**
 * How the commands of the joints, from -1 to 1, become torques.
 *
 * @param actuation what a command means
 * @param torque largest torque of each motor in N m
 * @param stiffness of the spring that pulls a joint to its target, in N m/rad
 * @param damping of that spring, in N m s/rad
 */
public record Motors(Actuation actuation, double torque, double stiffness, double damping) {
    /** What a command means. */
    public enum Actuation {
        /** A target angle, approached through a spring and a damper. */
        POSITION,
        /** A fraction of the largest torque. */
        TORQUE
    }

    /** Stiffness of the NCAP quadruped; torque and damping are ours. */
    public static final Motors STANDARD = new Motors(Actuation.POSITION, 20, 60, 3);

    /** Checks that nothing is negative. */
    public Motors {
        if (!(torque >= 0) || !(stiffness >= 0) || !(damping >= 0)) {
            throw new IllegalArgumentException("Torque, stiffness and damping are not negative, but " + torque
                    + " N m, " + stiffness + " N m/rad and " + damping + " N m s/rad were given");
        }
    }

    /** The same motors with another meaning of their commands. */
    public Motors with(Actuation newActuation) {
        return new Motors(newActuation, torque, stiffness, damping);
    }

    /**
     * The torque on a joint in N m.
     *
     * <p>Within the largest torque, which falls linearly to nothing at the motor's no-load speed in the direction of the
     * motion; beyond that speed the motor brakes.
     *
     * @param command from -1 to 1
     * @param range what a position command reaches
     * @param angle of the joint in rad
     * @param rate of the joint in rad/s
     * @param strength what is left of the motor, from 0 to 1
     */
    double torque(double command, JointRange range, double angle, double rate, double strength) {
        double wanted = switch (actuation) {
            case POSITION -> stiffness * (range.target(command) - angle) - damping * rate;
            case TORQUE -> torque * command;
        };
        double speed = rate / Anatomy.NO_LOAD_SPEED;
        double highest = torque * Math.min(1, 1 - speed);
        double lowest = -torque * Math.min(1, 1 + speed);
        return strength * Math.max(lowest, Math.min(highest, wanted));
    }
}
