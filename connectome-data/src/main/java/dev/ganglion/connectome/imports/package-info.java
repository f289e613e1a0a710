/** One call that reads a connectome from any of the files known here. */
@NullMarked
package dev.ganglion.connectome.imports;

import org.jspecify.annotations.NullMarked;
