package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.plasticity.Factor;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import java.util.Optional;

/**
 * What the synapses of a network are like, the same in every layer.
 *
 * @param rule by which weights change in every inner step; empty if they stay as they are
 * @param ownCoefficients whether every synapse has coefficients of its own, or a layer one of each
 * @param initial where the weights come from with which an episode begins
 * @param range the bound within which initial weights are drawn; 0 for the usual one
 * @param stepSize what every rate is multiplied with
 * @param clamp largest size of a weight; 0 for no limit
 * @param isNormalised whether a layer's weights are divided by the largest size among them after every change
 * @param hasBiases whether every unit has a learned constant input
 */
record SynapseDesign(
        Optional<PlasticityRule> rule,
        boolean ownCoefficients,
        Initial initial,
        double range,
        double stepSize,
        double clamp,
        boolean isNormalised,
        boolean hasBiases) {
    /** Where the weights come from with which an episode begins. */
    enum Initial {
        /** Drawn anew for every episode. */
        RANDOM,
        /** Parameters. */
        TRAINED
    }

    /** The same with initial weights within another bound. */
    SynapseDesign withRange(double newRange) {
        return new SynapseDesign(rule, ownCoefficients, initial, newRange, stepSize, clamp, isNormalised, hasBiases);
    }

    /** Whether weights are in the state as they act, rather than what was added to parameters. */
    boolean areWhole() {
        return initial == Initial.RANDOM;
    }

    /** Whether the weights with which the episode began have to be remembered beside those that act. */
    boolean remembersInitial() {
        return areWhole() && rule.isPresent() && !rule.get().accumulates();
    }

    /** Whether the rule reads a third factor. */
    boolean readsThirdFactor() {
        return rule.isPresent() && rule.get().reads().contains(Factor.THIRD);
    }
}
