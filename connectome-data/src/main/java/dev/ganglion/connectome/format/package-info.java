/**
 * The project's own files for connectomes: four CSV tables, a plain edge list, GraphML; and how mistakes in any file
 * are reported.
 */
@NullMarked
package dev.ganglion.connectome.format;

import org.jspecify.annotations.NullMarked;
