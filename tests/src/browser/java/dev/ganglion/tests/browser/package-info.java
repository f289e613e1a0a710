/** What is read in a browser, in one. */
@NullMarked
package dev.ganglion.tests.browser;

import org.jspecify.annotations.NullMarked;
