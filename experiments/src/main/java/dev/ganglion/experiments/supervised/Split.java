package dev.ganglion.experiments.supervised;

import java.util.Locale;

/** What examples are for. */
public enum Split {
    /** To learn from. */
    TRAINING,
    /** To watch progress on. */
    VALIDATION,
    /** To score on, once. */
    TEST;

    /** Name of the random stream that they are drawn from. */
    String stream() {
        return "supervised/" + name().toLowerCase(Locale.ROOT);
    }
}
