/** The planar swimmer: a chain of links in a fluid, its tasks, and how it is integrated. */
@NullMarked
package dev.ganglion.environments.swimmer;

import org.jspecify.annotations.NullMarked;
