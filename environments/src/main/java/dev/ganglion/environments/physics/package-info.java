/** Rigid bodies in the plane: the only package that knows JBox2D. */
@NullMarked
package dev.ganglion.environments.physics;

import org.jspecify.annotations.NullMarked;
