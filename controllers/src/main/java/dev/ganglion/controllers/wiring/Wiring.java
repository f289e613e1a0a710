package dev.ganglion.controllers.wiring;

import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.environments.EnvironmentSpec;

/**
 * A circuit before any ablation, and what it is bound to.
 *
 * @param circuit the intact circuit
 * @param body the body, or an imagined one if an adapter stands between
 */
public record Wiring(Circuit circuit, EnvironmentSpec body) {}
