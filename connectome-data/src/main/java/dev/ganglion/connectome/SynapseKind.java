package dev.ganglion.connectome;

/** How a signal crosses from one cell to another. */
public enum SynapseKind {
    /** By transmitter, from the presynaptic to the postsynaptic cell; has a sign. */
    CHEMICAL,
    /** By a gap junction: current flows down the voltage difference either way; has no sign. */
    ELECTRICAL
}
