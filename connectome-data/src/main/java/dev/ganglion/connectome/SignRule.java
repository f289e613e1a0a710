package dev.ganglion.connectome;

/** The ground on which a synapse is given its sign. */
public enum SignRule {
    /** Someone said so: the author of a circuit, or the sign column of an imported file. */
    STATED,
    /**
     * By the source's dominant transmitter alone: acetylcholine excites, GABA inhibits; glutamate and the monoamines
     * act through receptors of either sign and leave it unknown.
     */
    TRANSMITTER,
    /**
     * By the source's transmitters and the receptor genes that the target expresses, as predicted by Fenyves et al.
     * 2020 (see {@link Citation#FENYVES_2020}); between neurons only.
     */
    EXPRESSION
}
