package dev.ganglion.agents;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.environments.EnvironmentChoice;

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
        int workers) {}
