package dev.ganglion.environments.stream;

import dev.ganglion.environments.options.InvalidInputException;

/**
 * Experience that could not be collected: an environment or an actor failed. The message says which environment, in
 * which episode, of which seed, at which step, and why.
 */
public final class ExperienceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ExperienceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure with where it happened; what the user can put right remains an {@link InvalidInputException}. */
    static RuntimeException at(String place, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String message = place + ": " + reason;
        return cause instanceof InvalidInputException
                ? new InvalidInputException(message, cause)
                : new ExperienceException(message, cause);
    }
}
