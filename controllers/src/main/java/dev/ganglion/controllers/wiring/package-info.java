/** What all controllers that are circuits have in common: ablations, binding by signal name, adapters. */
@NullMarked
package dev.ganglion.controllers.wiring;

import org.jspecify.annotations.NullMarked;
