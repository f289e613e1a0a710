/** Many candidates of one controller, each with parameters of its own, tried side by side. */
@NullMarked
package dev.ganglion.agents.population;

import org.jspecify.annotations.NullMarked;
