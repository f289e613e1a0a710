/** A grid maze with a hidden goal: a task that only a controller with memory can do well. */
@NullMarked
package dev.ganglion.environments.maze;

import org.jspecify.annotations.NullMarked;
