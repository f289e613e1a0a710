package dev.ganglion.environments;

import dev.ganglion.environments.render.Scene;
import java.util.Map;

/**
 * One body in one world with one task.
 *
 * <p>An episode is a function of the seed given to {@link #reset} and of the actions given to {@link #step}: the same
 * seed and actions give the same bits. An environment is used by one thread at a time, and its physics must not share
 * a class loader with another thread's (see {@code vector}).
 *
 * <pre>{@code
 * environment.reset(seed, observation, 0);
 * StepStatus status;
 * do {
 *     policy.act(observation, action);
 *     status = environment.step(action, 0, observation, 0);
 *     total += environment.reward();
 * } while (!status.isDone());
 * }</pre>
 */
public interface Environment {
    /** Signals, spaces, control period and time limit. */
    EnvironmentSpec spec();

    /**
     * Begins an episode in a new world and writes its first observation.
     *
     * @param seed decides everything random about the episode
     * @param observation receives {@code spec().observation().size()} values
     * @param offset index of the first value written
     */
    void reset(long seed, float[] observation, int offset);

    /**
     * Applies an action for one control period and writes the observation after it.
     *
     * @param action holds {@code spec().action().size()} values; those of a {@code Box} are clipped to its limits by
     *     the environment, that of a {@code Discrete} is an index
     * @param actionOffset index of the first value read
     * @param observation receives the observation after the step, also when the episode is over
     * @param observationOffset index of the first value written
     * @return how the episode stands; after {@code TERMINATED} or {@code TRUNCATED} only {@link #reset} may follow, or
     *     {@link #prolong}
     * @throws IllegalStateException if no episode is running
     * @throws IllegalArgumentException if a value is NaN or no index; the message names the signal
     */
    StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset);

    /**
     * Whether the time limit only says how long is watched, and is no part of the task: then an episode can go on
     * beyond it. Not where the time left is observed or paid for.
     */
    default boolean isProlongable() {
        return false;
    }

    /**
     * Lets an episode that its time limit has truncated go on for as long again, as if the limit had not been there: the
     * next thing to happen is a step. Nothing else changes, neither the world nor what is observed.
     *
     * @return whether it goes on; it does not if it is running, has ended otherwise, or is not {@link #isProlongable}
     */
    default boolean prolong() {
        return false;
    }

    /** Reward of the last step. */
    double reward();

    /**
     * Named measurements of the episode so far, such as the mean forward speed, in a fixed order.
     *
     * <p>The names carry the unit: {@code forward_speed_m_per_s}.
     */
    Map<String, Double> measurements();

    /** What the body looks like now. */
    Scene scene();
}
