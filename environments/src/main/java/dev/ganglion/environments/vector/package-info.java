/** Worker threads that step environments side by side, each with physics of its own. */
@NullMarked
package dev.ganglion.environments.vector;

import org.jspecify.annotations.NullMarked;
