package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.Synapse;
import java.util.Locale;
import java.util.Set;

/** A part of a connectome's connections that a null model treats by itself, so that nothing moves between parts. */
public enum Block {
    /** Chemical synapses from one neuron onto another. */
    CHEMICAL,
    /** Gap junctions between two neurons. */
    ELECTRICAL,
    /** Chemical synapses from neurons onto muscles. */
    NEUROMUSCULAR;

    /**
     * What is randomised unless asked otherwise: the wiring among neurons.
     *
     * <p>Which neuron drives which muscle stays, being the circuit's join to the body: a circuit whose dorsal and
     * ventral muscles are mixed up fails for a reason that has nothing to do with its wiring.
     */
    public static final Set<Block> AMONG_NEURONS = Set.of(CHEMICAL, ELECTRICAL);

    /** Its name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a synapse belongs here. A cell's synapse onto itself and a muscle's gap junction belong to no part and
     * are never touched.
     */
    boolean has(Synapse synapse, Set<String> neurons) {
        if (synapse.isLoop()) {
            return false;
        }
        boolean ontoNeuron = neurons.contains(synapse.post());
        return switch (this) {
            case CHEMICAL -> synapse.isChemical() && ontoNeuron;
            case ELECTRICAL -> !synapse.isChemical() && ontoNeuron && neurons.contains(synapse.pre());
            case NEUROMUSCULAR -> synapse.isChemical() && !ontoNeuron;
        };
    }
}
