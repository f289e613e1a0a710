package dev.ganglion.controllers.stpn;

/** Which of a unit's synapses are plastic. */
public enum PlasticPart {
    /** All of them. */
    ALL,
    /** Those from the inputs. */
    INPUT,
    /** Those from the layer's own units. */
    HIDDEN
}
