package dev.ganglion.connectome;

/** What a neuron mainly does. */
public enum Role {
    /** Senses the world or the body. */
    SENSORY,
    /** Stands between other neurons. */
    INTERNEURON,
    /** Drives muscles. */
    MOTOR,
    /** Belongs to the pharynx, nearly a nervous system of its own. */
    PHARYNGEAL,
    /** Not known. */
    UNKNOWN
}
