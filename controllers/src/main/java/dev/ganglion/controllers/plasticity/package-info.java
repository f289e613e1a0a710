/** Plasticity rules: how a synapse's weight changes with what its two neurons do, whatever the wiring. */
@NullMarked
package dev.ganglion.controllers.plasticity;

import org.jspecify.annotations.NullMarked;
