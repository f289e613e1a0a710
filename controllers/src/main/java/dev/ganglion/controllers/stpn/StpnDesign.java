package dev.ganglion.controllers.stpn;

/**
 * What a layer of short-term plasticity neurons is like.
 *
 * @param inputs number of inputs
 * @param hidden number of units
 * @param recurrent whether the units also have synapses from one another
 * @param normalisation how a unit's efficacies are kept at length one
 * @param clamp largest size of a plastic efficacy {@code F}; 0 for no limit
 * @param ratePerSynapse whether each synapse has a retention λ and a plasticity γ of its own, or all share one
 * @param plasticPart which synapses are plastic
 */
public record StpnDesign(
        int inputs,
        int hidden,
        boolean recurrent,
        Normalisation normalisation,
        double clamp,
        boolean ratePerSynapse,
        PlasticPart plasticPart) {
    /** Checks the sizes, the clamp, and that the plastic synapses exist. */
    public StpnDesign {
        if (inputs < 1 || hidden < 1 || !(clamp >= 0)) {
            throw new IllegalArgumentException("A layer has inputs, units and a clamp of at least 0, not " + inputs
                    + ", " + hidden + ", " + clamp);
        }
        if (!recurrent && plasticPart == PlasticPart.HIDDEN) {
            throw new IllegalArgumentException("A feed-forward layer has no synapses from its own units");
        }
    }

    /** Number of plastic synapses of a unit. */
    int plasticColumns() {
        return switch (plasticPart) {
            case ALL -> inputs + hiddenColumns();
            case INPUT -> inputs;
            case HIDDEN -> hiddenColumns();
        };
    }

    /** Number of synapses of a unit that are not plastic. */
    int staticColumns() {
        return inputs + hiddenColumns() - plasticColumns();
    }

    private int hiddenColumns() {
        return recurrent ? hidden : 0;
    }
}
