/** Trained circuits read back in the names of their neurons. */
@NullMarked
package dev.ganglion.experiments.inspection;

import org.jspecify.annotations.NullMarked;
