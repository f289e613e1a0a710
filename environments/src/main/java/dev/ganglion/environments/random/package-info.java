/** Randomness that is named and passed in. */
@NullMarked
package dev.ganglion.environments.random;

import org.jspecify.annotations.NullMarked;
