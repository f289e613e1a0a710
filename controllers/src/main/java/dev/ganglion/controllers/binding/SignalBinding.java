package dev.ganglion.controllers.binding;

import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Matches the ports of a circuit with the signals of a body, by name. */
public final class SignalBinding {
    private final String controller;
    private final EnvironmentSpec body;

    /**
     * Between a controller and a body.
     *
     * @param controller name of the controller, for messages
     * @param body what to bind to
     */
    public SignalBinding(String controller, EnvironmentSpec body) {
        this.controller = controller;
        this.body = body;
    }

    /**
     * How many places the body has at which it senses one family of signals and commands another, such as
     * {@code joint/*}{@code /angle} and {@code joint/*}{@code /torque}.
     *
     * @throws InvalidInputException if it lacks either, or has more of one than of the other
     */
    public int places(String sensed, String commanded) {
        int senses = body.observation().signals().family(sensed).size();
        int commands = actions().family(commanded).size();
        if (senses == 0 || commands == 0) {
            throw lacking(senses == 0 ? List.of(sensed) : List.of(), commands == 0 ? List.of(commanded) : List.of());
        }
        if (senses != commands) {
            throw new InvalidInputException(controller + " needs as many " + sensed + " as " + commanded + ", but "
                    + body.name() + " has " + senses + " and " + commands);
        }
        return senses;
    }

    /** Whether the body senses something of this name. */
    public boolean senses(String signal) {
        return body.observation().signals().offset(signal).isPresent();
    }

    /**
     * Finds the signal of every port.
     *
     * @throws InvalidInputException if the body lacks signals that the circuit needs, commands more than the circuit
     *     drives, or gives no limit where the circuit measures against one
     */
    public BoundCircuit bind(Circuit circuit) {
        List<Source.Sensor> sensors = circuit.neuronsOf(Source.Sensor.class).stream()
                .map(Neuron::model)
                .map(Source.Sensor.class::cast)
                .toList();
        requireAll(sensors, circuit.outputs());
        requireAllDriven(circuit.outputs());
        return new BoundCircuit(
                circuit,
                body.observation().size(),
                sensors.stream().map(this::column).toList(),
                circuit.outputs().stream()
                        .map(port -> column(actions(), port.signal(), port.component()))
                        .toList(),
                actions().size());
    }

    private void requireAll(List<Source.Sensor> sensors, List<OutputPort> outputs) {
        Set<String> unsensed = new LinkedHashSet<>();
        for (Source.Sensor sensor : sensors) {
            if (!has(body.observation().signals(), sensor.signal(), sensor.component())) {
                unsensed.add(named(sensor.signal(), sensor.component()));
            }
        }
        Set<String> uncommanded = new LinkedHashSet<>();
        for (OutputPort port : outputs) {
            if (!has(actions(), port.signal(), port.component())) {
                uncommanded.add(named(port.signal(), port.component()));
            }
        }
        if (!unsensed.isEmpty() || !uncommanded.isEmpty()) {
            throw lacking(unsensed, uncommanded);
        }
    }

    private void requireAllDriven(List<OutputPort> outputs) {
        Set<String> driven = outputs.stream()
                .map(port -> named(port.signal(), port.component()))
                .collect(Collectors.toSet());
        List<String> idle = new ArrayList<>();
        for (Signal signal : actions()) {
            for (int component = 0; component < signal.size(); component++) {
                if (!driven.contains(named(signal.name(), component))) {
                    idle.add(named(signal.name(), component));
                }
            }
        }
        if (!idle.isEmpty()) {
            throw new InvalidInputException(
                    controller + " does not drive " + String.join(", ", idle) + ", which " + body.name() + " takes");
        }
    }

    private SensorColumn column(Source.Sensor sensor) {
        Transfer transfer = sensor.transfer();
        double scale = transfer.scale() == Transfer.Scale.LIMIT ? limit(sensor.signal()) : 1;
        return new SensorColumn(
                column(body.observation().signals(), sensor.signal(), sensor.component()),
                scale / transfer.gain(),
                transfer.offset(),
                transfer.low(),
                transfer.high());
    }

    private double limit(String name) {
        double limit = find(body.observation().signals(), name).high();
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new InvalidInputException(controller + " measures " + name + " against its upper limit, but "
                    + body.name() + " gives " + limit);
        }
        return limit;
    }

    private Signals actions() {
        return body.action() instanceof Box box ? box.signals() : Signals.of();
    }

    private InvalidInputException lacking(Iterable<String> unsensed, Iterable<String> uncommanded) {
        List<String> parts = new ArrayList<>();
        if (unsensed.iterator().hasNext()) {
            parts.add(String.join(", ", unsensed) + " to sense (it offers " + families(body.observation()) + ")");
        }
        if (uncommanded.iterator().hasNext()) {
            parts.add(String.join(", ", uncommanded) + " to command (it offers " + families(body.action()) + ")");
        }
        return new InvalidInputException(controller + " does not fit " + body.name() + ", which lacks "
                + String.join(" and ", parts) + "; adapter=linear puts a learned encoder and decoder between");
    }

    private static String families(Space space) {
        if (space instanceof Discrete choice) {
            return choice.name() + ", a choice of " + String.join(", ", choice.choices());
        }
        return ((Box) space)
                .signals().list().stream().map(Signal::family).distinct().collect(Collectors.joining(", "));
    }

    private static boolean has(Signals signals, String name, int component) {
        return signals.list().stream().anyMatch(signal -> signal.name().equals(name) && component < signal.size());
    }

    private static Signal find(Signals signals, String name) {
        return signals.list().stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int column(Signals signals, String name, int component) {
        return signals.offset(name).orElseThrow() + component;
    }

    private static String named(String signal, int component) {
        return component == 0 ? signal : signal + "[" + component + "]";
    }
}
