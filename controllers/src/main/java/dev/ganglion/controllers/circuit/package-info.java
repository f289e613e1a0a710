/** Circuits as data: neurons, synapses, weights shared among them, and ports to a body's signals. */
@NullMarked
package dev.ganglion.controllers.circuit;

import org.jspecify.annotations.NullMarked;
