package dev.ganglion.controllers.circuit;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What holds for every circuit, whatever it is for. */
final class CircuitRules {
    private final Map<String, Neuron> neurons;
    private final Map<String, WeightGroup> groups;

    private CircuitRules(Map<String, Neuron> neurons, Map<String, WeightGroup> groups) {
        this.neurons = neurons;
        this.groups = groups;
    }

    static void check(
            List<Neuron> neurons, List<Synapse> synapses, List<WeightGroup> groups, List<OutputPort> outputs) {
        CircuitRules rules = new CircuitRules(
                byName("neuron", neurons, Neuron::name), byName("weight group", groups, WeightGroup::name));
        byName("synapse", synapses, synapse -> synapse.pre() + " to " + synapse.post() + ", " + synapse.kind());
        byName("output port", outputs, CircuitRules::place);
        synapses.forEach(rules::check);
        outputs.forEach(rules::check);
        rules.requireAllUsed(synapses);
    }

    private static <T> Map<String, T> byName(String what, List<T> parts, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T part : parts) {
            if (byName.put(name.apply(part), part) != null) {
                throw new IllegalArgumentException("The " + what + " " + name.apply(part) + " is declared twice");
            }
        }
        return byName;
    }

    private static String place(OutputPort port) {
        return port.signal() + "[" + port.component() + "]";
    }

    private void check(Synapse synapse) {
        String text = "The synapse " + synapse.pre() + " to " + synapse.post();
        neuron(synapse.pre(), text);
        Neuron post = neuron(synapse.post(), text);
        if (synapse.kind() == SynapseKind.ELECTRICAL) {
            throw new IllegalArgumentException(
                    text + " is electrical, but current flows only between neurons with a membrane voltage");
        }
        if (post.model() instanceof Source) {
            throw new IllegalArgumentException(text + " ends on a source, which takes no input");
        }
        if (!groups.containsKey(synapse.group())) {
            throw new IllegalArgumentException(
                    text + " is in the weight group " + synapse.group() + ", which is not there");
        }
    }

    private void check(OutputPort port) {
        port.terms().forEach(term -> neuron(term.neuron(), "The output port " + place(port)));
    }

    private Neuron neuron(String name, String text) {
        Neuron neuron = neurons.get(name);
        if (neuron == null) {
            throw new IllegalArgumentException(text + " names " + name + ", which is no neuron of the circuit");
        }
        return neuron;
    }

    private void requireAllUsed(List<Synapse> synapses) {
        Set<String> used = new HashSet<>();
        synapses.forEach(synapse -> used.add(synapse.group()));
        for (WeightGroup group : groups.values()) {
            if (!used.contains(group.name())) {
                throw new IllegalArgumentException("The weight group " + group.name() + " has no synapse");
            }
        }
    }
}
