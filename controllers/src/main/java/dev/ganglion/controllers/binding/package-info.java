/** Binding of a circuit's ports to a body's signals, by name. */
@NullMarked
package dev.ganglion.controllers.binding;

import org.jspecify.annotations.NullMarked;
