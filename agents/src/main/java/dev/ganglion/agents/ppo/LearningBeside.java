package dev.ganglion.agents.ppo;

import dev.ganglion.environments.vector.Helper;

/**
 * Who may do half of what the learner does, while it has nothing else to do.
 *
 * @param helper a second thread
 * @param pace whether it is worth it for gradient steps
 */
record LearningBeside(Helper helper, Pace pace) {}
