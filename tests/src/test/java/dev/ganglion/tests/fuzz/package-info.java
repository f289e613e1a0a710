/** Files that are damaged, hostile or absurd, and readers that must refuse each of them in one sentence. */
@NullMarked
package dev.ganglion.tests.fuzz;

import org.jspecify.annotations.NullMarked;
