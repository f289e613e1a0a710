package dev.ganglion.environments;

/**
 * A number that must be finite is not, or the simulation has left the range in which its numbers mean anything. The
 * message names the number.
 */
public class NumericException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** With which number, and what it is. */
    public NumericException(String message) {
        super(message);
    }
}
