package dev.ganglion.agents.evolution;

import dev.ganglion.agents.normalisation.SignalNormaliser;

/**
 * Everything a run goes on from after a generation.
 *
 * @param generation generations so far
 * @param age generations since the present search began
 * @param steps environment steps so far
 * @param shared how searched values become parameters
 * @param search where the search stands
 * @param normaliser statistics of the observations so far; of none where the controller sees raw signals
 * @param <S> type of the search's state
 */
record Snapshot<S extends SearchState>(
        long generation, long age, long steps, SharedValues shared, S search, SignalNormaliser normaliser) {
    /** The raw parameters to act with now. */
    double[] parameters() {
        return shared.parameters(search.answer());
    }
}
