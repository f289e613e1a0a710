/** The shell script that starts the program. */
@NullMarked
package dev.ganglion.tests.launcher;

import org.jspecify.annotations.NullMarked;
