package dev.ganglion.controllers.circuit;

import dev.ganglion.connectome.SynapseKind;

/**
 * A connection of a circuit. Its weight is that of its group times its gain; the group gives the sign too.
 *
 * <p>A chemical synapse adds its weight times the presynaptic activity to the postsynaptic input. An electrical one is a
 * gap junction, stated once for both directions: its weight is a conductance g, and it adds g times the difference of
 * the two voltages to the input of either neuron, from the one with the higher to the one with the lower. A source at
 * its first end is held at its activity as a voltage.
 *
 * @param pre name of the neuron that signals
 * @param post name of the neuron that is signalled to
 * @param kind chemical or electrical
 * @param group name of the weight group that it belongs to
 * @param gain factor to the group's weight, not zero: how many contacts it has, for example
 * @param model how its weight behaves in time
 */
public record Synapse(String pre, String post, SynapseKind kind, String group, double gain, SynapseModel model) {
    /** Checks the gain and what a gap junction can be. */
    public Synapse {
        if (gain == 0 || !Double.isFinite(gain)) {
            throw new IllegalArgumentException(
                    "The synapse " + pre + " to " + post + " has gain " + gain + "; it must be finite and not zero");
        }
        if (kind == SynapseKind.ELECTRICAL) {
            if (gain < 0) {
                throw new IllegalArgumentException(
                        "The synapse " + pre + " to " + post + " is electrical; its gain is positive, not " + gain);
            }
            if (pre.equals(post)) {
                throw new IllegalArgumentException(
                        "The synapse " + pre + " to " + post + " is electrical and would carry no current");
            }
            if (!(model instanceof SynapseModel.Static)) {
                throw new IllegalArgumentException(
                        "The synapse " + pre + " to " + post + " is electrical, and no such synapse is plastic");
            }
        }
    }

    /** A synapse whose weight does not change by itself. */
    public Synapse(String pre, String post, SynapseKind kind, String group, double gain) {
        this(pre, post, kind, group, gain, new SynapseModel.Static());
    }

    /** A chemical synapse with its group's very weight. */
    public static Synapse chemical(String pre, String post, String group) {
        return new Synapse(pre, post, SynapseKind.CHEMICAL, group, 1);
    }

    /** A gap junction with its group's very conductance. */
    public static Synapse electrical(String one, String other, String group) {
        return new Synapse(one, other, SynapseKind.ELECTRICAL, group, 1);
    }

    /** A synapse the other way round. */
    public Synapse reversed() {
        return new Synapse(/* pre= */ post, /* post= */ pre, kind, group, gain, model);
    }

    /** The same synapse with another gain. */
    public Synapse withGain(double newGain) {
        return new Synapse(pre, post, kind, group, newGain, model);
    }

    /** The same synapse in another weight group. */
    public Synapse inGroup(String newGroup) {
        return new Synapse(pre, post, kind, newGroup, gain, model);
    }

    /** The same synapse with a weight that behaves otherwise in time. */
    public Synapse withModel(SynapseModel newModel) {
        return new Synapse(pre, post, kind, group, gain, newModel);
    }
}
