package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.AdamVector;

/**
 * Everything a run goes on from after an update, but for the running episodes.
 *
 * @param state what is not in the graph
 * @param controller the controller's parameters and moments
 * @param critic the critic's parameters and moments
 * @param states the controller's state in each environment, {@code [environment, state]}
 * @param criticStates the critic's own, {@code [environment, state]}
 */
record PpoSnapshot(
        PpoState state,
        AdamVector.Content controller,
        AdamVector.Content critic,
        float[] states,
        float[] criticStates) {}
