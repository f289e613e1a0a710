package dev.ganglion.controllers.spinal;

import dev.ganglion.controllers.circuit.Transfer;

/**
 * The angles of a joint in rad: lowest, standing and highest. Of a hip the positive ones swing the thigh back, of a knee
 * the negative ones bend it.
 *
 * <p>Source: code of Bhattasali et al. (2024), arXiv 2410.07174.
 */
record JointRange(double lowest, double standing, double highest) {
    static JointRange hip(Limb limb) {
        return limb.isFore() ? new JointRange(-0.6, 0.4, 1.2) : new JointRange(-0.3, 0.7, 1.5);
    }

    static JointRange knee() {
        return new JointRange(-2, -1.2, -0.92);
    }

    /** How far an angle is above the standing one, as a share of the range there, in [0, 1]. */
    Transfer above() {
        return share(highest - standing);
    }

    /** The same below it. */
    Transfer below() {
        return share(lowest - standing);
    }

    private Transfer share(double range) {
        return new Transfer(Transfer.Scale.UNIT, 1 / range, -standing / range, 0, 1);
    }
}
