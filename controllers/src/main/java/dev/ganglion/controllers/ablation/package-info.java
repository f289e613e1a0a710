/** Ablations: functions from circuit to circuit that take one thing away. */
@NullMarked
package dev.ganglion.controllers.ablation;

import org.jspecify.annotations.NullMarked;
