package dev.ganglion.controllers.circuit;

/**
 * How a circuit's own time is tied to a body's: each control period is so many equal inner steps.
 *
 * <p>In an inner step all neurons move at once, from the activities after the inner step before it, while the sources
 * hold still throughout the control period. The circuit commands what its neurons do after the last one. A circuit
 * of L layers without memory and without loops is therefore the same with L inner steps as without dynamics.
 *
 * @param innerSteps number of inner steps in a control period, from 1
 * @param controlPeriodSeconds the body's control period in s
 */
public record Dynamics(int innerSteps, double controlPeriodSeconds) {
    /** Checks that time moves on. */
    public Dynamics {
        if (innerSteps < 1 || !(controlPeriodSeconds > 0) || Double.isInfinite(controlPeriodSeconds)) {
            throw new IllegalArgumentException("A control period of " + controlPeriodSeconds + " s cannot be cut into "
                    + innerSteps + " inner steps");
        }
    }

    /** Length of an inner step in s. */
    public double stepSeconds() {
        return controlPeriodSeconds / innerSteps;
    }
}
