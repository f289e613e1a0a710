/** What can be laid around any environment: limits, repeats, noise, delays, memory of the past, drawn parameters. */
@NullMarked
package dev.ganglion.environments.wrapper;

import org.jspecify.annotations.NullMarked;
