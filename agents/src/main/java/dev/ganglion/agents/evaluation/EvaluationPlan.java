package dev.ganglion.agents.evaluation;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.Map;

/**
 * How to watch a policy.
 *
 * @param episodes number of episodes
 * @param seed decides resets and noise; episode k is the same whatever the number of episodes or workers
 * @param noise standard deviation of Gaussian noise added to the action mean, 0 for none
 * @param overrides effective parameter values set by hand, by element name, after their parametrisation
 * @param workers number of threads; does not change the result
 */
public record EvaluationPlan(int episodes, long seed, double noise, Map<String, Double> overrides, int workers) {
    /** Copies the overrides and checks the numbers. */
    public EvaluationPlan {
        requireAtLeast("episodes", episodes, 1);
        requireAtLeast("workers", workers, 1);
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("Noise has a standard deviation of 0 or more, not " + noise);
        }
        overrides = Map.copyOf(overrides);
    }

    private static void requireAtLeast(String what, int value, int least) {
        if (value < least) {
            throw new InvalidInputException(
                    "An evaluation cannot have " + value + " " + what + "; the least is " + least);
        }
    }
}
