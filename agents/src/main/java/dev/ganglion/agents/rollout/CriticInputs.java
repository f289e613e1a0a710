package dev.ganglion.agents.rollout;

/**
 * What a critic is to value: every step of a rollout, and the observations that come after some of its steps but before
 * no other, at truncations and at the rollout's end.
 *
 * @param rows as the critic sees them, {@code [row, input]}: the steps, {@code [time, environment]}, then the others
 * @param starts whether an episode starts with the step, {@code [time, environment]}
 * @param after the step that each of the other rows comes after, {@code time·environments + environment}; by time
 */
public record CriticInputs(float[] rows, boolean[] starts, int[] after) {}
