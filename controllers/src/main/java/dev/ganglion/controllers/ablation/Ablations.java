package dev.ganglion.controllers.ablation;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Membrane;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The ablations that fit every circuit.
 *
 * <p>The first three are those of Bhattasali, Zador and Engel (2022), which may be combined in any order.
 */
public final class Ablations {
    private Ablations() {}

    /**
     * Every weight may take either sign, and begins with either, each weight by itself. Conductances of gap junctions
     * stay what they are: they have no sign to free.
     */
    public static Ablation freeSigns() {
        return new Ablation("signs=free", Ablations::withoutSigns);
    }

    private static Circuit withoutSigns(Circuit circuit) {
        Set<String> conductances = circuit.synapses().stream()
                .filter(synapse -> synapse.kind() == SynapseKind.ELECTRICAL)
                .map(Synapse::group)
                .collect(Collectors.toSet());
        return circuit.withGroups(group -> conductances.contains(group.name()) ? group : group.withoutSign());
    }

    /**
     * Other models for neurons that have one. Sources keep theirs.
     *
     * @param name what is replaced, such as {@code neuron=lif}
     * @param model the new model
     * @param replaced which neurons get it
     * @param dynamics how the circuit's time is tied to the body's from then on, if it has dynamics already or if the
     *     new model needs them
     */
    public static Ablation neuronModel(String name, Receiver model, Predicate<Neuron> replaced, Dynamics dynamics) {
        return new Ablation(
                name,
                circuit -> circuit.withNeurons(
                        neuron -> neuron.model() instanceof Receiver && replaced.test(neuron)
                                ? neuron.withModel(model)
                                : neuron,
                        circuit.dynamics().isPresent() || model instanceof Membrane
                                ? Optional.of(dynamics)
                                : Optional.empty()));
    }

    /**
     * Another model for every chemical synapse.
     *
     * @param name what is replaced, such as {@code synapse=stp}
     * @param model the new model
     * @param dynamics how the circuit's time is tied to the body's from then on, if it has no dynamics and the new model
     *     needs them
     */
    public static Ablation synapseModel(String name, SynapseModel model, Dynamics dynamics) {
        return new Ablation(
                name,
                circuit -> circuit.withSynapses(
                        synapse -> synapse.kind() == SynapseKind.CHEMICAL ? synapse.withModel(model) : synapse,
                        circuit.dynamics().isPresent() || model instanceof SynapseModel.Static
                                ? circuit.dynamics()
                                : Optional.of(dynamics)));
    }

    /** Every weight begins with a magnitude drawn evenly between zero and its own. */
    public static Ablation uniformInitialValues() {
        return new Ablation(
                "init=uniform",
                circuit -> circuit.withGroups(
                        group -> group.beginningWith(group.initial().withRandomMagnitude())));
    }

    /**
     * Every synapse has a weight of its own, named {@code GROUP/POST}, or {@code GROUP/PRE>POST} where the group has
     * several synapses onto one neuron. A group with a single synapse keeps its name.
     */
    public static Ablation unsharedWeights() {
        return new Ablation("sharing=off", Ablations::unshare);
    }

    /** No sense organ that answers to this family of signals, such as {@code joint/*}{@code /angle}. */
    public static Ablation withoutSenses(String name, Predicate<String> signal) {
        return lesion(name, neuron -> neuron.model() instanceof Source.Sensor sensor && signal.test(sensor.signal()));
    }

    /** No pacemaker. */
    public static Ablation withoutOscillators() {
        return lesion("oscillator=off", neuron -> neuron.model() instanceof Source.Oscillator);
    }

    /**
     * Some groups of synapses cut, by the names of the weights that they share.
     *
     * <p>Applied to a circuit that lacks one of the groups, it raises an {@link InvalidInputException}.
     */
    public static Ablation cut(List<String> names) {
        return new Ablation("cut=" + String.join(",", names), circuit -> withoutGroups(circuit, names));
    }

    private static Circuit withoutGroups(Circuit circuit, List<String> names) {
        List<String> known = circuit.groups().stream().map(WeightGroup::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException("The circuit " + circuit.name() + " has no group of synapses '" + name
                        + "'" + Suggestion.clause(name, known));
            }
        }
        return circuit.withSynapses(
                circuit.synapses().stream()
                        .filter(synapse -> !names.contains(synapse.group()))
                        .toList(),
                circuit.groups().stream()
                        .filter(group -> !names.contains(group.name()))
                        .toList());
    }

    /** No gap junctions. */
    public static Ablation withoutGapJunctions() {
        return new Ablation("gap-junctions=off", Ablations::withoutJunctions);
    }

    private static Circuit withoutJunctions(Circuit circuit) {
        List<Synapse> chemical = circuit.synapses().stream()
                .filter(synapse -> synapse.kind() == SynapseKind.CHEMICAL)
                .toList();
        Set<String> used = chemical.stream().map(Synapse::group).collect(Collectors.toSet());
        return circuit.withSynapses(
                chemical,
                circuit.groups().stream()
                        .filter(group -> used.contains(group.name()))
                        .toList());
    }

    /**
     * Some neurons cut out by their names or by those of their classes.
     *
     * <p>Applied to a circuit in which one of the names means nothing, it raises an {@link InvalidInputException}.
     */
    public static Ablation lesion(List<String> names) {
        return new Ablation("lesion=" + String.join(",", names), circuit -> lesioned(circuit, names));
    }

    private static Circuit lesioned(Circuit circuit, List<String> names) {
        Set<String> known = new LinkedHashSet<>();
        circuit.neurons().forEach(neuron -> known.add(neuron.cellClass()));
        circuit.neurons().forEach(neuron -> known.add(neuron.name()));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException("The circuit " + circuit.name() + " has no neuron or class '" + name
                        + "'" + Suggestion.clause(name, known));
            }
        }
        return circuit.without(neuron -> names.contains(neuron.name()) || names.contains(neuron.cellClass()));
    }

    /** The names of the cells that act on the body. */
    static Set<String> muscles(Circuit circuit) {
        return circuit.outputs().stream()
                .flatMap(port -> port.terms().stream())
                .map(OutputPort.Term::neuron)
                .collect(Collectors.toSet());
    }

    /** Some neurons cut out, with their synapses and the weights that nothing uses any more. */
    public static Ablation lesion(String name, Predicate<Neuron> lesioned) {
        return new Ablation(name, circuit -> circuit.without(lesioned));
    }

    private static Circuit unshare(Circuit circuit) {
        Map<String, List<Synapse>> byGroup = circuit.synapses().stream().collect(Collectors.groupingBy(Synapse::group));
        Map<Synapse, String> names = new HashMap<>();
        List<WeightGroup> groups = new ArrayList<>();
        for (WeightGroup group : circuit.groups()) {
            List<Synapse> members = byGroup.getOrDefault(group.name(), List.of());
            for (Synapse synapse : members) {
                names.put(synapse, ownName(synapse, members));
                groups.add(group.named(ownName(synapse, members)));
            }
        }
        List<Synapse> synapses = circuit.synapses().stream()
                .map(synapse -> synapse.inGroup(names.getOrDefault(synapse, synapse.group())))
                .toList();
        return circuit.withSynapses(synapses, groups);
    }

    private static String ownName(Synapse synapse, List<Synapse> group) {
        if (group.size() == 1) {
            return synapse.group();
        }
        long ontoSame = group.stream()
                .filter(other -> other.post().equals(synapse.post()))
                .count();
        String target = ontoSame == 1 ? synapse.post() : synapse.pre() + ">" + synapse.post();
        return synapse.group() + "/" + target;
    }
}
