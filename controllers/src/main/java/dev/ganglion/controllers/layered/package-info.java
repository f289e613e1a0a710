/**
 * Dense networks of layers for any body, whose synapses may go on learning while the body lives and whose neurons may
 * fire: the controllers {@code plastic} and {@code spiking}.
 */
@NullMarked
package dev.ganglion.controllers.layered;

import org.jspecify.annotations.NullMarked;
