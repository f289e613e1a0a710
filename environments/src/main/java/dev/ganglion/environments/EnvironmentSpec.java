package dev.ganglion.environments;

import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Space;

/**
 * What is fixed about an environment before its first episode.
 *
 * @param name canonical name with the options that differ from their defaults, such as {@code swimmer/swim:joints=7}
 * @param version behaviour version; any change that alters trajectories raises it
 * @param observation the observed signals
 * @param action the commands it takes; values outside a {@link Box}'s limits are clipped by the environment
 * @param controlPeriodSeconds simulated time of one step, in seconds
 * @param timeLimitSteps steps after which an episode is truncated
 */
public record EnvironmentSpec(
        String name, int version, Box observation, Space action, double controlPeriodSeconds, int timeLimitSteps) {
    /** Checks the control period and the time limit. */
    public EnvironmentSpec {
        if (!(controlPeriodSeconds > 0)) {
            throw new IllegalArgumentException(
                    name + ": the control period must be positive, not " + controlPeriodSeconds + " s");
        }
        if (timeLimitSteps < 1) {
            throw new IllegalArgumentException(
                    name + ": the time limit must be at least one step, not " + timeLimitSteps);
        }
    }
}
