/** The command line; every command is one library call. */
@NullMarked
package dev.ganglion.experiments.cli;

import org.jspecify.annotations.NullMarked;
