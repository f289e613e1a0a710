/** Parameters: how they begin, how raw values become effective ones, and how effective ones are overridden. */
@NullMarked
package dev.ganglion.controllers.parameter;

import org.jspecify.annotations.NullMarked;
