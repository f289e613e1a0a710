/** Measurements of what things cost, run by name and not by every build. */
@NullMarked
package dev.ganglion.tests.benchmark;

import org.jspecify.annotations.NullMarked;
