/** A run on disk: its directory, what is recorded in it while it learns, and how it is opened again. */
@NullMarked
package dev.ganglion.experiments.run;

import org.jspecify.annotations.NullMarked;
