/** What every registered part promises, tested over all of them. */
@NullMarked
package dev.ganglion.tests.contract;

import org.jspecify.annotations.NullMarked;
