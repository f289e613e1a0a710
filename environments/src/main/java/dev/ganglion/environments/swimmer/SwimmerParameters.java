package dev.ganglion.environments.swimmer;

/**
 * What a swimmer is made of and moves in, in SI units.
 *
 * @param joints number of hinges; the body has one link more
 * @param linkLength length of each link in m
 * @param linkMass mass of each link in kg
 * @param motorTorque largest torque of each joint's motor in N m
 * @param medium what it moves in
 */
public record SwimmerParameters(int joints, double linkLength, double linkMass, double motorTorque, Medium medium) {
    /** Body and fluid of the DeepMind Control Suite's swimmer ({@code suite/swimmer.xml}), for any number of joints. */
    public static final SwimmerParameters STANDARD = new SwimmerParameters(5, 0.1, 0.01, 5e-4, Medium.SWIMMING);

    /** Checks that there is a body. */
    public SwimmerParameters {
        if (joints < 1 || !(linkLength > 0) || !(linkMass > 0)) {
            throw new IllegalArgumentException("A swimmer needs a joint and links with a length and a mass, not "
                    + joints + " joints, " + linkLength + " m and " + linkMass + " kg");
        }
        if (!(motorTorque >= 0)) {
            throw new IllegalArgumentException("Torque is not negative, but " + motorTorque + " N m was given");
        }
    }

    /** Number of links. */
    public int links() {
        return joints + 1;
    }

    /** Angle of the joint stops: a full turn shared among the links, in rad. */
    public double jointLimit() {
        return 2 * Math.PI / links();
    }

    /** The same swimmer with another number of joints. */
    public SwimmerParameters withJoints(int newJoints) {
        return new SwimmerParameters(newJoints, linkLength, linkMass, motorTorque, medium);
    }

    /** The same swimmer in something else. */
    public SwimmerParameters in(Medium newMedium) {
        return new SwimmerParameters(joints, linkLength, linkMass, motorTorque, newMedium);
    }
}
