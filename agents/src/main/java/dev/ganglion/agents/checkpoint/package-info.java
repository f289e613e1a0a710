/** Checkpoints on disk: one file format, and a directory that keeps the latest and the best. */
@NullMarked
package dev.ganglion.agents.checkpoint;

import org.jspecify.annotations.NullMarked;
