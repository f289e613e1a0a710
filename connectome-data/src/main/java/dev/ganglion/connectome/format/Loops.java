package dev.ganglion.connectome.format;

import dev.ganglion.connectome.SynapseKind;

/** Which synapses of a neuron onto itself a file may have; a muscle never has one. */
public enum Loops {
    /** Chemical ones: autapses exist, while an electrical loop in a hand-made list is a slip of the pen. */
    CHEMICAL,
    /** Both kinds, as published tables of the worm list them. */
    ANY;

    boolean allow(SynapseKind kind) {
        return this == ANY || kind == SynapseKind.CHEMICAL;
    }
}
