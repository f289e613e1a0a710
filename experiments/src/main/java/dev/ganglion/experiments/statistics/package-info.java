/** What can be said from a sample: aggregates with intervals, comparisons, corrections, times to a threshold. */
@NullMarked
package dev.ganglion.experiments.statistics;

import org.jspecify.annotations.NullMarked;
