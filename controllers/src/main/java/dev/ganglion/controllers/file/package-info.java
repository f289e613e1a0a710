/** Circuits as files. */
@NullMarked
package dev.ganglion.controllers.file;

import org.jspecify.annotations.NullMarked;
