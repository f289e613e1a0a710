/** What a run is made of: settings in layers, presets, and strict YAML. */
@NullMarked
package dev.ganglion.experiments.config;

import org.jspecify.annotations.NullMarked;
