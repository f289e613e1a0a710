/** Whether what a controller has learned carries over to another body or task. */
@NullMarked
package dev.ganglion.experiments.transfer;

import org.jspecify.annotations.NullMarked;
