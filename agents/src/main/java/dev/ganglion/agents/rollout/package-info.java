/** Experience with what the learner needs to know about it: how it was acted, and what it was thought to be worth. */
@NullMarked
package dev.ganglion.agents.rollout;

import org.jspecify.annotations.NullMarked;
