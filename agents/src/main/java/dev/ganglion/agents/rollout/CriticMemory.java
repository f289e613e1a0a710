package dev.ganglion.agents.rollout;

/**
 * What a critic with a memory of its own remembered while a rollout was collected. Both arrays are empty for one
 * without.
 *
 * @param states state before the first step of every chunk, {@code [chunk, state]}
 * @param last state after the last step, before any reset, {@code [environment, state]}
 */
public record CriticMemory(float[] states, float[] last) {
    /** Of a critic without memory. */
    public static CriticMemory none() {
        return new CriticMemory(new float[0], new float[0]);
    }
}
