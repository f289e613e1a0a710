/** Connectomes with one thing destroyed and all else kept, to compare the real one with. */
@NullMarked
package dev.ganglion.connectome.nullmodel;

import org.jspecify.annotations.NullMarked;
