/** Connectomes as graphs: degrees, density, reciprocity, triads, spectra. */
@NullMarked
package dev.ganglion.connectome.graph;

import org.jspecify.annotations.NullMarked;
