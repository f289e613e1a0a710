package dev.ganglion.environments.control;

import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Space;

/**
 * A body in its world: what can be commanded, and, in each implementation's own named measurements, what can be known.
 * What is asked of it is a {@link Task}'s business.
 */
public interface Body {
    /** The commands it takes. */
    Space action();

    /** Simulated time of one control step, in seconds. */
    double controlPeriodSeconds();

    /**
     * Holds a command for one control period.
     *
     * @param command {@code action().size()} values within the action's limits
     * @throws dev.ganglion.environments.physics.PhysicsDivergedException if the simulation breaks down
     */
    void advance(double[] command);

    /** What it looks like now. */
    Scene scene();
}
