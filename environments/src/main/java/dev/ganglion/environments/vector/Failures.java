package dev.ganglion.environments.vector;

import org.jspecify.annotations.Nullable;

/** Failures of several threads as one. */
public final class Failures {
    private Failures() {}

    /**
     * The first failure, in which others are suppressed.
     *
     * @param first the one before; null if there was none
     * @param next another one; what is no exception becomes the cause of one
     */
    public static RuntimeException combined(@Nullable RuntimeException first, Throwable next) {
        RuntimeException failure =
                next instanceof RuntimeException e ? e : new IllegalStateException("A worker failed: " + next, next);
        if (first == null) {
            return failure;
        }
        first.addSuppressed(failure);
        return first;
    }
}
