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
 * @param behaviour with which the next rollout is acted
 */
record PpoSnapshot(
        PpoState state,
        AdamVector.Content controller,
        AdamVector.Content critic,
        float[] states,
        float[] criticStates,
        BehaviourPolicy behaviour) {
    /** The same with another policy for the next rollout. */
    PpoSnapshot actedWith(BehaviourPolicy next) {
        return new PpoSnapshot(state, controller, critic, states, criticStates, next);
    }
}
