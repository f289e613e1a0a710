package dev.ganglion.environments.quadruped;

/**
 * Sizes in m, masses in kg and moments of inertia in kg m² of a small robot dog. They are ours, near those of
 * twelve-kilogram robots with two segments of 0.2 m a leg, so that the joint ranges of the NCAP quadruped make a stance.
 */
final class Anatomy {
    static final double TORSO_MASS = 7.5;
    static final double TORSO_LENGTH = 0.4;
    static final double TORSO_HEIGHT = 0.1;

    /** Distance between the fore and the hind hips. */
    static final double HIP_DISTANCE = 0.36;

    static final double THIGH_LENGTH = 0.2;
    static final double THIGH_MASS = 1;

    /** From the knee to the foot's centre. */
    static final double SHIN_LENGTH = 0.2;

    static final double SHIN_MASS = 0.2;

    static final double FOOT_RADIUS = 0.02;
    static final double KNEE_RADIUS = 0.02;

    /** What a motor's rotor adds through its gear to the moment of inertia of the link behind its joint. */
    static final double ROTOR_INERTIA = 0.01;

    /** Speed of a joint in rad/s at which its motor gives no more torque in the direction of the motion. */
    static final double NO_LOAD_SPEED = 21;

    private Anatomy() {}

    /** Moment of inertia of the torso, a box of even density. */
    static double torsoInertia(double mass) {
        return mass / 12 * (TORSO_LENGTH * TORSO_LENGTH + TORSO_HEIGHT * TORSO_HEIGHT);
    }

    /** Moment of inertia of a thin limb about its middle, with the rotor of the motor that moves it. */
    static double limbInertia(double mass, double length) {
        return mass * length * length / 12 + ROTOR_INERTIA;
    }
}
