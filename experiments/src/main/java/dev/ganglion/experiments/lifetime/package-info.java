/** What a controller that was trained for lives of one length does in longer ones. */
@NullMarked
package dev.ganglion.experiments.lifetime;

import org.jspecify.annotations.NullMarked;
