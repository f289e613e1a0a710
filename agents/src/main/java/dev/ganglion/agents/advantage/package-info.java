/** Advantages: how much better a step went than the critic expected. */
@NullMarked
package dev.ganglion.agents.advantage;

import org.jspecify.annotations.NullMarked;
