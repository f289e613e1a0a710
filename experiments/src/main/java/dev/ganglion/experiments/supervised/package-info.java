/** Tasks that are learned from examples, by the same controllers and the same optimiser that learn from reward. */
@NullMarked
package dev.ganglion.experiments.supervised;

import org.jspecify.annotations.NullMarked;
