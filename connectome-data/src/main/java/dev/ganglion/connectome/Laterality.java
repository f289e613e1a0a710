package dev.ganglion.connectome;

/** The side of the body on which a neuron lies. */
public enum Laterality {
    /** The left of a pair or group. */
    LEFT,
    /** The right of a pair or group. */
    RIGHT,
    /** Without a counterpart on the other side. */
    UNPAIRED
}
