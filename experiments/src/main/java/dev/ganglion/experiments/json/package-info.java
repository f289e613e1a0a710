/** Results for programs. */
@NullMarked
package dev.ganglion.experiments.json;

import org.jspecify.annotations.NullMarked;
