/** The walls between modules and packages, and the shape of the source. */
@NullMarked
package dev.ganglion.tests.architecture;

import org.jspecify.annotations.NullMarked;
