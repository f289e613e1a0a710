/** How fast environments, policies and training are on this machine. */
@NullMarked
package dev.ganglion.experiments.bench;

import org.jspecify.annotations.NullMarked;
