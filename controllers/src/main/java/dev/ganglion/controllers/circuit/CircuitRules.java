package dev.ganglion.controllers.circuit;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.parameter.Parametrisation;
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
            List<Neuron> neurons,
            List<Synapse> synapses,
            List<WeightGroup> groups,
            List<OutputPort> outputs,
            boolean lasts) {
        CircuitRules rules = new CircuitRules(
                byName("neuron", neurons, Neuron::name), byName("weight group", groups, WeightGroup::name));
        byName("synapse", synapses, synapse -> synapse.pre() + " to " + synapse.post() + ", " + synapse.kind());
        byName("output port", outputs, CircuitRules::place);
        synapses.forEach(rules::check);
        outputs.forEach(rules::check);
        rules.requireAllUsed(synapses);
        rules.checkJunctions(synapses);
        if (!lasts) {
            requireNothingThatLasts(neurons, synapses);
        }
    }

    /** Without dynamics there is nothing from one inner step to the next. */
    private static void requireNothingThatLasts(List<Neuron> neurons, List<Synapse> synapses) {
        for (Neuron neuron : neurons) {
            if (neuron.model() instanceof Membrane) {
                throw new IllegalArgumentException(
                        "The neuron " + neuron.name() + " has a membrane, but the circuit has no dynamics");
            }
        }
        for (Synapse synapse : synapses) {
            if (synapse.kind() == SynapseKind.ELECTRICAL) {
                throw new IllegalArgumentException(
                        text(synapse) + " is electrical, but the circuit has no dynamics and so no voltages");
            }
            if (!(synapse.model() instanceof SynapseModel.Static)) {
                throw new IllegalArgumentException(text(synapse) + " is plastic, but the circuit has no dynamics");
            }
        }
    }

    /** Current flows both ways through a gap junction, and always down the voltage. */
    private void checkJunctions(List<Synapse> synapses) {
        Set<String> chemical = new HashSet<>();
        synapses.stream()
                .filter(synapse -> synapse.kind() == SynapseKind.CHEMICAL)
                .forEach(synapse -> chemical.add(synapse.group()));
        Set<Set<String>> pairs = new HashSet<>();
        for (Synapse synapse : synapses) {
            if (synapse.kind() == SynapseKind.CHEMICAL) {
                continue;
            }
            if (!pairs.add(Set.of(synapse.pre(), synapse.post()))) {
                throw new IllegalArgumentException(
                        text(synapse) + " is electrical, so the one back again is the same and is not declared too");
            }
            if (chemical.contains(synapse.group())) {
                throw new IllegalArgumentException("The weight group " + synapse.group()
                        + " has chemical and electrical synapses, but a weight is no conductance");
            }
            WeightGroup group = groups.get(synapse.group());
            if (group == null || group.sign() != Sign.EXCITATORY || group.parametrisation() == Parametrisation.FREE) {
                throw new IllegalArgumentException("The weight group " + synapse.group()
                        + " has electrical synapses; it must have a positive sign and be kept to it");
            }
        }
    }

    private static String text(Synapse synapse) {
        return "The synapse " + synapse.pre() + " to " + synapse.post();
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
        String text = text(synapse);
        neuron(synapse.pre(), text);
        Neuron post = neuron(synapse.post(), text);
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
