package dev.ganglion.controllers.binding;

import dev.ganglion.controllers.circuit.Circuit;
import java.util.List;

/**
 * A circuit whose ports have found their signals on a body.
 *
 * @param circuit the circuit
 * @param observationSize length of the observation
 * @param sensors where each of its sense organs looks, in their order in the circuit
 * @param commands index into the action of each of its output ports, in their order in the circuit
 * @param outputs length of the action
 */
public record BoundCircuit(
        Circuit circuit, int observationSize, List<SensorColumn> sensors, List<Integer> commands, int outputs) {
    /** Copies the lists. */
    public BoundCircuit {
        sensors = List.copyOf(sensors);
        commands = List.copyOf(commands);
    }
}
