/** A study's results as a page to be read: tables and figures with intervals, in HTML, Markdown, CSV and SVG. */
@NullMarked
package dev.ganglion.experiments.report;

import org.jspecify.annotations.NullMarked;
