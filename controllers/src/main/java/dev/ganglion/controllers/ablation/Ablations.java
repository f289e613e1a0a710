package dev.ganglion.controllers.ablation;

import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The ablations that fit every circuit.
 *
 * <p>The first three are those of Bhattasali, Zador and Engel (2022), which may be combined in any order.
 */
public final class Ablations {
    private Ablations() {}

    /** Every weight may take either sign, and begins with either, each weight by itself. */
    public static Ablation freeSigns() {
        return new Ablation("signs=free", circuit -> circuit.withGroups(WeightGroup::withoutSign));
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
