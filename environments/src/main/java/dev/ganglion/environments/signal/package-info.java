/** Named signals and the spaces of observations and actions made of them. */
@NullMarked
package dev.ganglion.environments.signal;

import org.jspecify.annotations.NullMarked;
