/** A nervous system's own wiring as a controller of any body with a row of joints. */
@NullMarked
package dev.ganglion.controllers.connectome;

import org.jspecify.annotations.NullMarked;
