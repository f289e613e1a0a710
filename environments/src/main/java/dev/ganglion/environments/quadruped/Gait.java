package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.control.Tolerance;

/**
 * What is asked of a quadruped.
 *
 * @param speed how well a speed ahead in m/s meets the demand
 * @param startsCrouched whether it starts in a crouch, each leg in its own, rather than near the standing posture
 */
record Gait(Tolerance speed, boolean startsCrouched) {
    /** To stand still, from a crouch. */
    static final Gait STAND = new Gait(Tolerance.between(-0.1, 0.1).withMargin(0.5), true);

    /** To walk at 0.5 m/s or up to twice as fast; standing still earns nothing. */
    static final Gait WALK =
            new Gait(Tolerance.between(0.5, 1).withMargin(0.5).falling(Tolerance.Shape.LINEAR, 0), false);

    /** To run as fast as it can; 1.5 m/s earn as much as can be earned, and standing still nothing. */
    static final Gait RUN = new Gait(
            Tolerance.between(1.5, Double.POSITIVE_INFINITY).withMargin(1.5).falling(Tolerance.Shape.LINEAR, 0), false);
}
