/** Bodies and tasks, and the control loop that makes an environment of one of each. */
@NullMarked
package dev.ganglion.environments.control;

import org.jspecify.annotations.NullMarked;
