package dev.ganglion.environments;

/**
 * How an episode stands after a step.
 *
 * <p>Terminated and truncated are different things all the way to the advantage: a terminated episode has no future
 * reward, a truncated one has a future that was merely not simulated, so its value is still bootstrapped (Pardo et
 * al. 2018, "Time limits in reinforcement learning").
 */
public enum StepStatus {
    /** The episode goes on. */
    RUNNING,
    /** The task ended the episode: there is no future reward. */
    TERMINATED,
    /** The time limit cut the episode off: the future is unknown, not worthless. */
    TRUNCATED;

    /** Whether the episode is over, for either reason. */
    public boolean isDone() {
        return this != RUNNING;
    }
}
