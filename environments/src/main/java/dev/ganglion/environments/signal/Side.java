package dev.ganglion.environments.signal;

/** The side of the body on which a signal arises, seen from above with the head in front. */
public enum Side {
    /** On the midline, or without a side. */
    NONE,
    /** The left side, or the worm's dorsal side, towards which a positive joint angle bends. */
    LEFT,
    /** The right side, or the worm's ventral side. */
    RIGHT
}
