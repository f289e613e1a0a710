/** A pole on a cart: its body and its tasks. */
@NullMarked
package dev.ganglion.environments.cartpole;

import org.jspecify.annotations.NullMarked;
