/** What a user does and sees, from the outside. */
@NullMarked
package dev.ganglion.tests.acceptance;

import org.jspecify.annotations.NullMarked;
