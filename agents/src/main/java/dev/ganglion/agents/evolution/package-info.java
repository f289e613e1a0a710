/** Learners without gradients: they try candidates, and move by what these earn. */
@NullMarked
package dev.ganglion.agents.evolution;

import org.jspecify.annotations.NullMarked;
