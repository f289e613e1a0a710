/** Dense networks: the building block of critics, and the {@code mlp} baseline. */
@NullMarked
package dev.ganglion.controllers.network;

import org.jspecify.annotations.NullMarked;
