/** Programs that are ended when they least expect it. */
@NullMarked
package dev.ganglion.tests.fault;

import org.jspecify.annotations.NullMarked;
