package dev.ganglion.connectome;

/** A neuron or a muscle of a connectome. */
public sealed interface Cell permits Neuron, Muscle {
    /** The cell's name, unique in its connectome. */
    String name();

    /** Place along the body from 0 (tip of the head) to 1 (tip of the tail); NaN where it is not known. */
    double position();
}
