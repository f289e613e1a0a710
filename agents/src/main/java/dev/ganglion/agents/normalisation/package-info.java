/** Running statistics by which observations, rewards and returns are normalised. */
@NullMarked
package dev.ganglion.agents.normalisation;

import org.jspecify.annotations.NullMarked;
