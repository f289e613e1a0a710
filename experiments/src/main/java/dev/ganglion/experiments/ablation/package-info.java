/** What ablations do to a circuit. */
@NullMarked
package dev.ganglion.experiments.ablation;

import org.jspecify.annotations.NullMarked;
