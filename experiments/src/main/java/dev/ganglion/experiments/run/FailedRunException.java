package dev.ganglion.experiments.run;

/** A run that failed, and left a {@link FailureDump}; the message says what failed, where, and how to see it again. */
public final class FailedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with its dump.
     *
     * @param cause what failed
     */
    FailedRunException(FailureDump dump, RunDirectory run, Throwable cause) {
        super(
                cause.getMessage() + ". 'ganglion replay " + dump.path() + "' shows it again; the run in " + run.path()
                        + " is whole up to the update before",
                cause);
    }
}
