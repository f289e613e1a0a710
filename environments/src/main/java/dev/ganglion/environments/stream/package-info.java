/** Experience as a cold, backpressured stream. */
@NullMarked
package dev.ganglion.environments.stream;

import org.jspecify.annotations.NullMarked;
