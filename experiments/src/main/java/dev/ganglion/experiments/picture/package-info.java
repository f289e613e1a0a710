/** Pictures of a run: its learning curve and its body in motion. */
@NullMarked
package dev.ganglion.experiments.picture;

import org.jspecify.annotations.NullMarked;
