package dev.ganglion.connectome;

/** The strip of body wall in which a muscle lies. */
public enum Quadrant {
    /** Left half of the back. */
    DORSAL_LEFT,
    /** Right half of the back. */
    DORSAL_RIGHT,
    /** Left half of the belly. */
    VENTRAL_LEFT,
    /** Right half of the belly. */
    VENTRAL_RIGHT;

    /** Whether a muscle here bends the body towards its back. */
    public boolean isDorsal() {
        return this == DORSAL_LEFT || this == DORSAL_RIGHT;
    }
}
