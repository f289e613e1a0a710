/** The planar quadruped: a small robot dog seen from its side, its tasks, its ground and what may break. */
@NullMarked
package dev.ganglion.environments.quadruped;

import org.jspecify.annotations.NullMarked;
