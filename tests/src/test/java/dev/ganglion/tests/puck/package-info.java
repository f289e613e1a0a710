/** The body and the task that {@code docs/add-a-body.md} adds: written outside the project's modules, and registered. */
@NullMarked
package dev.ganglion.tests.puck;

import org.jspecify.annotations.NullMarked;
