/** A controller that acts: in a graph of its own, with parameters that somebody learned. */
@NullMarked
package dev.ganglion.agents.policy;

import org.jspecify.annotations.NullMarked;
