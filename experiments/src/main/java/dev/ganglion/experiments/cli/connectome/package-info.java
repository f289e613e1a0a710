/** The command {@code ganglion connectome} and those beneath it. */
@NullMarked
package dev.ganglion.experiments.cli.connectome;

import org.jspecify.annotations.NullMarked;
