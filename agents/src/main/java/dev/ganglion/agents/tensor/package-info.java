/** The seam to TensorFlow: sessions, feeds that live outside the heap, and results brought back into it. */
@NullMarked
package dev.ganglion.agents.tensor;

import org.jspecify.annotations.NullMarked;
