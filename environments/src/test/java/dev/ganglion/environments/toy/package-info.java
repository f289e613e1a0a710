/** A small environment to test the machinery around environments with. */
@NullMarked
package dev.ganglion.environments.toy;

import org.jspecify.annotations.NullMarked;
