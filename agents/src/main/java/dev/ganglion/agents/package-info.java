/** Learners, and what they share: training plans and events, policies, checkpoints, evaluation. */
@NullMarked
package dev.ganglion.agents;

import org.jspecify.annotations.NullMarked;
