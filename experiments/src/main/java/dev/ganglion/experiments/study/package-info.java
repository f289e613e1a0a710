/** Studies: a question in a file, the runs that answer it, and how they are kept going until all are there. */
@NullMarked
package dev.ganglion.experiments.study;

import org.jspecify.annotations.NullMarked;
