package dev.ganglion.environments.quadruped;

/**
 * The angles that a position command reaches, around a standing posture, in rad.
 *
 * @param low angle of the command -1
 * @param standing angle of the command 0
 * @param high angle of the command 1
 */
record JointRange(double low, double standing, double high) {
    /** The angle that a command asks for: linear on either side of the standing posture. */
    double target(double command) {
        return standing + command * (command < 0 ? standing - low : high - standing);
    }
}
