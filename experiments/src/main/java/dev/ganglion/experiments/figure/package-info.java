/** Figures of many runs as SVG: lines with bands, estimates with intervals, heat maps. */
@NullMarked
package dev.ganglion.experiments.figure;

import org.jspecify.annotations.NullMarked;
