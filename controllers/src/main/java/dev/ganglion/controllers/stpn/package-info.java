/** Short-term plasticity neurons: every synapse has an efficacy that rises with use and is forgotten. */
@NullMarked
package dev.ganglion.controllers.stpn;

import org.jspecify.annotations.NullMarked;
