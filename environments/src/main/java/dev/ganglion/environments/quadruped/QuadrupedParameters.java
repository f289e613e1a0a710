package dev.ganglion.environments.quadruped;

/**
 * What may differ between two quadrupeds of the same build, in SI units.
 *
 * @param motors how commands become torques
 * @param payload mass strapped to the middle of the torso in kg
 * @param friction Coulomb friction between everything and the ground
 */
public record QuadrupedParameters(Motors motors, double payload, double friction) {
    /** Motors that hold positions, no payload, rubber on concrete. */
    public static final QuadrupedParameters STANDARD = new QuadrupedParameters(Motors.STANDARD, 0, 0.8);

    /** Checks that nothing is negative. */
    public QuadrupedParameters {
        if (!(payload >= 0) || !(friction >= 0)) {
            throw new IllegalArgumentException(
                    "Payload and friction are not negative, but " + payload + " kg and " + friction + " were given");
        }
    }

    /** The same quadruped with other motors. */
    public QuadrupedParameters with(Motors newMotors) {
        return new QuadrupedParameters(newMotors, payload, friction);
    }

    /** The same quadruped on ground of another friction. */
    public QuadrupedParameters withFriction(double newFriction) {
        return new QuadrupedParameters(motors, payload, newFriction);
    }
}
