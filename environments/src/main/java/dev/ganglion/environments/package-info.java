/** The environment contract, and the registry of everything that can be asked of a body. */
@NullMarked
package dev.ganglion.environments;

import org.jspecify.annotations.NullMarked;
