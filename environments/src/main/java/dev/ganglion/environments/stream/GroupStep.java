package dev.ganglion.environments.stream;

/**
 * What a group of environments observes at one step, and where its actions go. The arrays are reused at every step.
 *
 * @param group index of the group, from 0
 * @param firstEnvironment index of the group's first environment among all
 * @param size number of environments in the group
 * @param batch index of the batch of experience being collected, from 0
 * @param time index of the step within the batch, from 0
 * @param observations current observations, {@code [environment in group, observation]}
 * @param starts whether the observation is the first of an episode, {@code [environment in group]}
 * @param actions to be filled, {@code [environment in group, action]}
 */
public record GroupStep(
        int group,
        int firstEnvironment,
        int size,
        long batch,
        int time,
        float[] observations,
        boolean[] starts,
        float[] actions) {}
