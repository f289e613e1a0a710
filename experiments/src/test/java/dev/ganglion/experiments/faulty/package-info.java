/** An environment whose numbers go wrong when they are asked to. */
@NullMarked
package dev.ganglion.experiments.faulty;

import org.jspecify.annotations.NullMarked;
