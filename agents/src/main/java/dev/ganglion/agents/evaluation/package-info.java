/** What a policy earns when it is only watched. */
@NullMarked
package dev.ganglion.agents.evaluation;

import org.jspecify.annotations.NullMarked;
