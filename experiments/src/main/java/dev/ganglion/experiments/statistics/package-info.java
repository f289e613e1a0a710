/** What can be said about a mean from a sample. */
@NullMarked
package dev.ganglion.experiments.statistics;

import org.jspecify.annotations.NullMarked;
