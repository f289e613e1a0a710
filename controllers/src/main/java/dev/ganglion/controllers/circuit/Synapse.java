package dev.ganglion.controllers.circuit;

import dev.ganglion.connectome.SynapseKind;

/**
 * A connection of a circuit. Its weight is that of its group times its gain; the group gives the sign too.
 *
 * @param pre name of the neuron that signals
 * @param post name of the neuron that is signalled to
 * @param kind chemical or electrical
 * @param group name of the weight group that it belongs to
 * @param gain factor to the group's weight, not zero: how many contacts it has, for example
 */
public record Synapse(String pre, String post, SynapseKind kind, String group, double gain) {
    /** Checks the gain. */
    public Synapse {
        if (gain == 0 || !Double.isFinite(gain)) {
            throw new IllegalArgumentException(
                    "The synapse " + pre + " to " + post + " has gain " + gain + "; it must be finite and not zero");
        }
    }

    /** A chemical synapse with its group's very weight. */
    public static Synapse chemical(String pre, String post, String group) {
        return new Synapse(pre, post, SynapseKind.CHEMICAL, group, 1);
    }

    /** The same synapse with another gain. */
    public Synapse withGain(double newGain) {
        return new Synapse(pre, post, kind, group, newGain);
    }

    /** The same synapse in another weight group. */
    public Synapse inGroup(String newGroup) {
        return new Synapse(pre, post, kind, newGroup, gain);
    }
}
