package dev.ganglion.controllers.plasticity;

/** What a rule may look at when it changes a synapse. The first three are there at the synapse itself. */
public enum Factor {
    /** Activity of the presynaptic neuron, now or earlier. */
    PRE,
    /** Activity of the postsynaptic neuron, now or earlier. */
    POST,
    /** The synapse's own weight. */
    WEIGHT,
    /** A signal that reaches many synapses alike, such as a neuromodulator. */
    THIRD
}
