package dev.ganglion.connectome;

/** Whether a chemical synapse excites or inhibits its target, as far as a rule can tell. */
public enum Sign {
    /** Depolarises the target. */
    EXCITATORY(1),
    /** Hyperpolarises the target. */
    INHIBITORY(-1),
    /** The evidence says both: the target has receptors of either sign for what the source releases. */
    COMPLEX(0),
    /** There is no evidence. */
    UNKNOWN(0);

    private final int value;

    Sign(int value) {
        this.value = value;
    }

    /** +1 excitatory, −1 inhibitory, 0 where undecided. */
    public int value() {
        return value;
    }

    /** Whether this is excitatory or inhibitory. */
    public boolean isDecided() {
        return value != 0;
    }
}
