package dev.ganglion.agents.evaluation;

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
    /** Copies the overrides. */
    public EvaluationPlan {
        overrides = Map.copyOf(overrides);
    }
}
