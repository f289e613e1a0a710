package dev.ganglion.environments.options;

/**
 * Input that a user can put right: an unknown name, a value out of range, a file that is not what it should be.
 *
 * <p>The message is one clear sentence that names the offending text and the nearest right answer; the command line
 * prints it alone, without a stack trace.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With the sentence to show. */
    public InvalidInputException(String message) {
        super(message);
    }

    /** With the sentence to show and what led to it. */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
