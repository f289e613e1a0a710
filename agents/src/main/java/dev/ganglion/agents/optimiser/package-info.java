/** Parameters in one vector, and Adam on it. */
@NullMarked
package dev.ganglion.agents.optimiser;

import org.jspecify.annotations.NullMarked;
