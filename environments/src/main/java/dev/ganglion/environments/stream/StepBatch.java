package dev.ganglion.environments.stream;

import dev.ganglion.environments.StepStatus;
import java.util.List;
import java.util.Map;

/**
 * A stretch of experience: the same number of consecutive steps of every environment. All arrays are row-major.
 *
 * @param index number of the batch since the stream's beginning, from 0
 * @param steps length of the time axis
 * @param environments length of the environment axis
 * @param observations observation before each step, {@code [time, environment, observation]}
 * @param actions action of each step as given by the actor, unclipped, {@code [time, environment, action]}
 * @param rewards reward of each step, {@code [time, environment]}
 * @param starts whether the step is the first of an episode, {@code [time, environment]}
 * @param nextObservations observation from which the next batch begins (after a reset where the last step ended an
 *     episode), {@code [environment, observation]}
 * @param endings the episodes that ended within the batch, by time, then environment
 * @param progress how far each environment's running episode has come, {@code [environment]}
 */
public record StepBatch(
        long index,
        int steps,
        int environments,
        float[] observations,
        float[] actions,
        float[] rewards,
        boolean[] starts,
        float[] nextObservations,
        List<Ending> endings,
        List<EpisodeProgress> progress) {
    /** Copies the lists. */
    public StepBatch {
        endings = List.copyOf(endings);
        progress = List.copyOf(progress);
    }

    /** Number of environment steps in the batch. */
    public int size() {
        return steps * environments;
    }

    /**
     * An episode that ended.
     *
     * @param time index of its last step within the batch
     * @param environment index of its environment
     * @param status terminated or truncated
     * @param finalObservation true last observation, after the last step and before the reset
     * @param episodeReturn undiscounted sum of its rewards
     * @param length its number of steps
     * @param seed the seed it was reset with
     * @param measurements the environment's named measurements of the episode
     */
    public record Ending(
            int time,
            int environment,
            StepStatus status,
            float[] finalObservation,
            double episodeReturn,
            int length,
            long seed,
            Map<String, Double> measurements) {}
}
