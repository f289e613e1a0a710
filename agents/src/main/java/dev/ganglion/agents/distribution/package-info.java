/** Distributions over actions, as numbers outside a graph and as operands inside one. */
@NullMarked
package dev.ganglion.agents.distribution;

import org.jspecify.annotations.NullMarked;
