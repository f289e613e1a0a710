/** NCAP, the swimmer's circuit drawn from the worm's. */
@NullMarked
package dev.ganglion.controllers.ncap;

import org.jspecify.annotations.NullMarked;
