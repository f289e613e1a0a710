/** Nervous systems as data. */
@NullMarked
package dev.ganglion.connectome;

import org.jspecify.annotations.NullMarked;
