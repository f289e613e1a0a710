/** Questions to a study in SQL. */
@NullMarked
package dev.ganglion.experiments.query;

import org.jspecify.annotations.NullMarked;
