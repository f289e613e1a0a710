/** What is known of the nematode Caenorhabditis elegans. */
@NullMarked
package dev.ganglion.connectome.worm;

import org.jspecify.annotations.NullMarked;
