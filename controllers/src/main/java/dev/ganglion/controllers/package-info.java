/** Controllers: pure functions from observation, state and parameters to action and state. */
@NullMarked
package dev.ganglion.controllers;

import org.jspecify.annotations.NullMarked;
