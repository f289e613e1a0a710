/** Operations on tensors that may have a population axis in front. */
@NullMarked
package dev.ganglion.controllers.tensor;

import org.jspecify.annotations.NullMarked;
