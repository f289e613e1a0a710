package dev.ganglion.experiments.ablation;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A piece of a circuit that can be cut out of it when it has learned.
 *
 * @param name what it is
 * @param cells names of neurons or classes to cut out
 * @param options options that take other things away, such as {@code oscillator=off}
 * @param silenced weights put to zero, by the names of their groups
 */
public record CircuitPiece(String name, List<String> cells, Map<String, String> options, Map<String, Double> silenced) {
    private static final String LESION = "lesion";
    private static final String CUT = "cut";
    private static final String NONE = "none";

    /** Copies the containers. */
    public CircuitPiece {
        cells = List.copyOf(cells);
        options = Map.copyOf(options);
        silenced = Map.copyOf(silenced);
    }

    /** The pieces that a circuit can be taken apart into. */
    public enum Kind {
        /** Neurons of one class. */
        CLASS,
        /** Single neurons. */
        NEURON,
        /** Synapses that share a weight. */
        SYNAPSE_GROUP
    }

    /** Neurons, by their names or those of their classes. */
    public static CircuitPiece cells(List<String> names) {
        return new CircuitPiece(String.join(",", names), names, Map.of(), Map.of());
    }

    /** All pieces of a kind. Cells that act on the body are left out: without them nothing could move. */
    public static List<CircuitPiece> each(Kind kind, Circuit circuit) {
        return switch (kind) {
            case CLASS -> eachCell(circuit, Neuron::cellClass);
            case NEURON -> eachCell(circuit, Neuron::name);
            case SYNAPSE_GROUP ->
                circuit.groups().stream()
                        .map(WeightGroup::name)
                        .map(group -> new CircuitPiece(group, List.of(), Map.of(), Map.of(group, 0.0)))
                        .toList();
        };
    }

    private static List<CircuitPiece> eachCell(Circuit circuit, Function<Neuron, String> name) {
        Set<String> muscles = circuit.outputs().stream()
                .flatMap(port -> port.terms().stream())
                .map(OutputPort.Term::neuron)
                .collect(Collectors.toSet());
        return circuit.neurons().stream()
                .filter(neuron -> !muscles.contains(neuron.name()))
                .map(name)
                .distinct()
                .map(cell -> cells(List.of(cell)))
                .toList();
    }

    /**
     * The controller that begins without the piece, for training it so.
     *
     * @throws InvalidInputException if the controller has no such option
     */
    public ControllerChoice leftOutOf(ControllerChoice whole) {
        ControllerChoice cut = cutFrom(whole);
        return silenced.isEmpty()
                ? cut
                : with(
                        cut,
                        Map.of(
                                CUT,
                                joined(
                                        cut,
                                        CUT,
                                        silenced.keySet().stream().sorted().toList())));
    }

    /**
     * The controller without the piece, but for the weights that are put to zero.
     *
     * @throws InvalidInputException if the controller has no such option
     */
    public ControllerChoice cutFrom(ControllerChoice whole) {
        Map<String, String> changes = new LinkedHashMap<>(options);
        if (!cells.isEmpty()) {
            changes.put(LESION, joined(whole, LESION, cells));
        }
        return changes.isEmpty() ? whole : with(whole, changes);
    }

    private static ControllerChoice with(ControllerChoice whole, Map<String, String> changes) {
        return new ControllerChoice(whole.provider(), whole.options().with(changes));
    }

    private static String joined(ControllerChoice whole, String option, List<String> names) {
        String before = whole.options().asMap().getOrDefault(option, NONE);
        return (before.equals(NONE) ? "" : before + ",") + String.join(",", names);
    }
}
