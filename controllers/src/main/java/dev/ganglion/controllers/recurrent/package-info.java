/** Controllers with memory: what they share, and the usual recurrent networks as baselines. */
@NullMarked
package dev.ganglion.controllers.recurrent;

import org.jspecify.annotations.NullMarked;
