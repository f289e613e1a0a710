package dev.ganglion.connectome;

/** A substance that a neuron releases at its synapses. */
public enum Transmitter {
    /** Excites muscle and most neurons. */
    ACETYLCHOLINE(Sign.EXCITATORY),
    /** Inhibits muscle and most neurons. */
    GABA(Sign.INHIBITORY),
    /** Excites or inhibits by the target's receptors. */
    GLUTAMATE(Sign.UNKNOWN),
    /** A monoamine, mostly extrasynaptic. */
    DOPAMINE(Sign.UNKNOWN),
    /** A monoamine, mostly extrasynaptic. */
    SEROTONIN(Sign.UNKNOWN),
    /** A monoamine, mostly extrasynaptic; the precursor of octopamine. */
    TYRAMINE(Sign.UNKNOWN),
    /** A monoamine, mostly extrasynaptic. */
    OCTOPAMINE(Sign.UNKNOWN),
    /** None has been identified. */
    UNKNOWN(Sign.UNKNOWN);

    private final Sign effect;

    Transmitter(Sign effect) {
        this.effect = effect;
    }

    /** Its usual fast effect, by {@link SignRule#TRANSMITTER}. */
    public Sign effect() {
        return effect;
    }
}
