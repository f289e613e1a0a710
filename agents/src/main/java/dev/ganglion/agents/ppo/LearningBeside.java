package dev.ganglion.agents.ppo;

import dev.ganglion.environments.vector.Helper;
import java.util.function.DoubleSupplier;

/**
 * Who may do half of what the learner does.
 *
 * @param helper a second thread
 * @param pace whether it is worth it for gradient steps, while neither thread has anything else to do
 * @param collected share of the next rollout that is collected, in [0, 1]; 1 if none is being collected
 */
record LearningBeside(Helper helper, Pace pace, DoubleSupplier collected) {}
