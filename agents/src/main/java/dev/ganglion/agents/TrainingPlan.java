package dev.ganglion.agents;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.InvalidInputException;

/**
 * Everything that decides a training run: two runs of the same plan give the same bits.
 *
 * @param environment the body and its task
 * @param controller the controller to train
 * @param learner the learner and its settings
 * @param steps environment steps to take in all
 * @param seed decides everything random
 * @param environments number of environments that run side by side
 * @param workers number of threads that step them; does not change the result
 */
public record TrainingPlan(
        EnvironmentChoice environment,
        ControllerChoice controller,
        LearnerChoice learner,
        long steps,
        long seed,
        int environments,
        int workers) {
    /** Checks that there is something to do and somebody to do it. */
    public TrainingPlan {
        requireAtLeast("steps", steps, 0);
        requireAtLeast("environments", environments, 1);
        requireAtLeast("workers", workers, 1);
    }

    private static void requireAtLeast(String what, long value, long least) {
        if (value < least) {
            throw new InvalidInputException("A run cannot have " + value + " " + what + "; the least is " + least);
        }
    }
}
