/** The four circuit motifs and how often they occur, compared with null models. */
@NullMarked
package dev.ganglion.connectome.motif;

import org.jspecify.annotations.NullMarked;
