package dev.ganglion.environments.physics;

import dev.ganglion.environments.NumericException;

/**
 * The simulation has left the range in which its numbers mean anything: a position or velocity is not finite, or a
 * body moves faster than the engine can represent at this step size.
 */
public final class PhysicsDivergedException extends NumericException {
    private static final long serialVersionUID = 1L;

    /** With what diverged. */
    public PhysicsDivergedException(String message) {
        super(message);
    }
}
