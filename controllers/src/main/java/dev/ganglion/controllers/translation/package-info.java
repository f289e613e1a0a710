/** Translation of circuits to TensorFlow operations for whole batches. */
@NullMarked
package dev.ganglion.controllers.translation;

import org.jspecify.annotations.NullMarked;
