/** Options of environments, controllers and learners: declared, documented, parsed and refused alike. */
@NullMarked
package dev.ganglion.environments.options;

import org.jspecify.annotations.NullMarked;
