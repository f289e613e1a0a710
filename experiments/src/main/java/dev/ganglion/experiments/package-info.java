/** Runs, presets, pictures and the command line. */
@NullMarked
package dev.ganglion.experiments;

import org.jspecify.annotations.NullMarked;
