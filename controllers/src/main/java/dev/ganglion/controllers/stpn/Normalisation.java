package dev.ganglion.controllers.stpn;

/** How a unit's row of efficacies {@code G = W + F} is kept at length one. */
public enum Normalisation {
    /** Before it acts: the unit uses {@code G/‖G‖}, and its {@code F} is scaled by the same factor before it learns. */
    PRE,
    /**
     * Before it acts and after it learns: the unit uses {@code G/‖G‖}, its {@code F} learns unscaled, and the result is
     * divided by the length of the new {@code W + F}.
     */
    POST,
    /** Not at all. */
    NONE
}
