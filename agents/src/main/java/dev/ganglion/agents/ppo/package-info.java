/** Proximal policy optimisation: its settings, its training graph, its update and its run. */
@NullMarked
package dev.ganglion.agents.ppo;

import org.jspecify.annotations.NullMarked;
