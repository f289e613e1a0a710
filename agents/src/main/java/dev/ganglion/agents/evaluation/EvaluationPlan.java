package dev.ganglion.agents.evaluation;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.Map;

/**
 * How to watch a policy.
 *
 * @param episodes number of episodes
 * @param seed decides resets and noise; episode k is the same whatever the number of episodes or workers
 * @param noise standard deviation of Gaussian noise added to the action mean, 0 for none
 * @param sampled whether actions are drawn from the policy, as in training, rather than being its likeliest
 * @param overrides effective parameter values set by hand, by element name, after their parametrisation
 * @param workers number of threads; does not change the result
 */
public record EvaluationPlan(
        int episodes, long seed, double noise, boolean sampled, Map<String, Double> overrides, int workers) {
    /** Copies the overrides and checks the numbers. */
    public EvaluationPlan {
        requireAtLeast("episodes", episodes, 1);
        requireAtLeast("workers", workers, 1);
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("Noise has a standard deviation of 0 or more, not " + noise);
        }
        if (sampled && noise > 0) {
            throw new InvalidInputException(
                    "Actions drawn from the policy have its own noise already; leave out the noise of " + noise);
        }
        overrides = Map.copyOf(overrides);
    }

    /** Of the likeliest actions. */
    public EvaluationPlan(int episodes, long seed, double noise, Map<String, Double> overrides, int workers) {
        this(episodes, seed, noise, false, overrides, workers);
    }

    /** The same with other values set by hand. */
    public EvaluationPlan overriding(Map<String, Double> others) {
        return new EvaluationPlan(episodes, seed, noise, sampled, others, workers);
    }

    private static void requireAtLeast(String what, int value, int least) {
        if (value < least) {
            throw new InvalidInputException(
                    "An evaluation cannot have " + value + " " + what + "; the least is " + least);
        }
    }
}
