/** YAML that is taken at its word. */
@NullMarked
package dev.ganglion.controllers.yaml;

import org.jspecify.annotations.NullMarked;
