/** A disk that fills up when a test wants it to. */
@NullMarked
package dev.ganglion.experiments.disk;

import org.jspecify.annotations.NullMarked;
