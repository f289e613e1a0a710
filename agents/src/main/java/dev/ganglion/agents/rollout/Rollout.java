package dev.ganglion.agents.rollout;

import dev.ganglion.environments.stream.StepBatch;

/**
 * A stretch of experience with what the learner knows about it. All arrays are row-major.
 *
 * @param experience what happened
 * @param trace what went on in the controllers
 * @param controllerInputs observations as the controller saw them, {@code [time, environment, observation]}
 * @param rawCriticInputs observations, followed by the state if the critic sees it, {@code [time, environment, input]}
 * @param criticInputs the same as the critic saw them
 * @param logProbabilities logarithm of the probability of each action when it was taken, {@code [time, environment]}
 * @param values value before each step, {@code [time, environment]}
 * @param nextValues value after each step and before any reset, 0 after a termination, {@code [time, environment]}
 * @param criticMemory what the critic remembered meanwhile
 * @param ends whether the step was the last of its episode, {@code [time, environment]}
 */
public record Rollout(
        StepBatch experience,
        ActingTrace trace,
        float[] controllerInputs,
        float[] rawCriticInputs,
        float[] criticInputs,
        float[] logProbabilities,
        float[] values,
        float[] nextValues,
        CriticMemory criticMemory,
        boolean[] ends) {}
