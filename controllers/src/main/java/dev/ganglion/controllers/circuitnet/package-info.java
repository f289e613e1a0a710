/** Circuit motif units: groups of densely connected neurons, joined sparsely through ports. */
@NullMarked
package dev.ganglion.controllers.circuitnet;

import org.jspecify.annotations.NullMarked;
