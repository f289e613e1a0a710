/** The spinal circuit of a walking quadruped. */
@NullMarked
package dev.ganglion.controllers.spinal;

import org.jspecify.annotations.NullMarked;
