package dev.ganglion.agents.rollout;

/**
 * What a critic made of {@link CriticInputs}.
 *
 * @param values one value for each row
 * @param memory what it remembered meanwhile
 */
public record CriticValues(float[] values, CriticMemory memory) {}
