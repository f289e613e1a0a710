package dev.ganglion.agents.evaluation;

import java.util.Map;
import java.util.OptionalDouble;

/** Acts in a batch of episodes, for one thread. */
interface EpisodeActor extends AutoCloseable {
    /**
     * Begins an episode.
     *
     * @param slot its place in the batch
     * @param episode its number, from 0
     */
    void begin(int slot, int episode);

    /**
     * One step of the whole batch.
     *
     * @param observations {@code [slot, observation]}
     * @param running whether the slot's episode goes on, {@code [slot]}
     * @param actions receives the actions of running episodes, {@code [slot, action]}
     */
    void act(float[] observations, boolean[] running, float[] actions);

    /** What was measured of the controller in the slot's episode: the mean over its steps, by name. */
    default Map<String, Double> measured(int slot) {
        return Map.of();
    }

    /**
     * Largest size of the controller's plastic weights in the slot's episode after the last step, infinite if one of
     * them is no number; empty if it has none.
     */
    default OptionalDouble largestWeight(int slot) {
        return OptionalDouble.empty();
    }

    @Override
    void close();
}
