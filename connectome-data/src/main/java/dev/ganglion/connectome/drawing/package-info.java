/** Pictures of connectomes, as SVG. */
@NullMarked
package dev.ganglion.connectome.drawing;

import org.jspecify.annotations.NullMarked;
