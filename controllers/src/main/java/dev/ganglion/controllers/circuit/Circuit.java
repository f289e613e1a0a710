package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A neural circuit as data: who signals to whom, with which weights, what it senses and what it commands.
 *
 * <p>Names are unique; every synapse joins neurons that are there and belongs to a weight group that is there; every
 * weight group has a synapse; nothing signals to a {@link Source}; conductances of gap junctions are kept positive, in
 * weight groups of their own. Without dynamics every neuron is {@link Memoryless}, none of them form a loop, and there
 * are neither gap junctions nor plastic synapses. What breaks these rules is refused with an {@link
 * IllegalArgumentException}.
 *
 * @param name what the circuit is
 * @param neurons its neurons
 * @param synapses its connections
 * @param groups its weights, in the order of the parameter vector
 * @param outputs what it commands
 * @param dynamics how its time is tied to the body's; empty if it answers within the control step
 */
public record Circuit(
        String name,
        List<Neuron> neurons,
        List<Synapse> synapses,
        List<WeightGroup> groups,
        List<OutputPort> outputs,
        Optional<Dynamics> dynamics) {
    /** Copies the lists and checks what holds for every circuit. */
    public Circuit {
        neurons = List.copyOf(neurons);
        synapses = List.copyOf(synapses);
        groups = List.copyOf(groups);
        outputs = List.copyOf(outputs);
        CircuitRules.check(neurons, synapses, groups, outputs, dynamics.isPresent());
        if (dynamics.isEmpty()) {
            EvaluationOrder.levels(neurons, synapses);
        }
    }

    /** A circuit that answers within the control step. */
    public Circuit(
            String name,
            List<Neuron> neurons,
            List<Synapse> synapses,
            List<WeightGroup> groups,
            List<OutputPort> outputs) {
        this(name, neurons, synapses, groups, outputs, Optional.empty());
    }

    /**
     * The neurons of a circuit without dynamics, in an order in which they can be evaluated: each list has its inputs
     * in sources and in the lists before it.
     */
    public List<List<Neuron>> levels() {
        return EvaluationOrder.levels(neurons, synapses);
    }

    /** The neurons of one kind, in order. */
    public <M extends NeuronModel> List<Neuron> neuronsOf(Class<M> kind) {
        return neurons.stream()
                .filter(neuron -> kind.isInstance(neuron.model()))
                .toList();
    }

    /** The same wiring with every weight group changed, but for its name. */
    public Circuit withGroups(UnaryOperator<WeightGroup> change) {
        return withSynapses(synapses, groups.stream().map(change).toList());
    }

    /** The same neurons with other synapses and weights. */
    public Circuit withSynapses(List<Synapse> newSynapses, List<WeightGroup> newGroups) {
        return new Circuit(name, neurons, newSynapses, newGroups, outputs, dynamics);
    }

    /** The same wiring with every neuron changed, but for its name, and with these dynamics. */
    public Circuit withNeurons(UnaryOperator<Neuron> change, Optional<Dynamics> newDynamics) {
        return new Circuit(name, neurons.stream().map(change).toList(), synapses, groups, outputs, newDynamics);
    }

    /** The same wiring with every synapse changed, but for its ends and group, and with these dynamics. */
    public Circuit withSynapses(UnaryOperator<Synapse> change, Optional<Dynamics> newDynamics) {
        return new Circuit(name, neurons, synapses.stream().map(change).toList(), groups, outputs, newDynamics);
    }

    /** What is left when some neurons are cut out, with their synapses and the weights that nothing uses any more. */
    public Circuit without(Predicate<Neuron> lesioned) {
        List<Neuron> spared =
                neurons.stream().filter(neuron -> !lesioned.test(neuron)).toList();
        Set<String> names = spared.stream().map(Neuron::name).collect(Collectors.toSet());
        List<Synapse> kept = synapses.stream()
                .filter(synapse -> names.contains(synapse.pre()) && names.contains(synapse.post()))
                .toList();
        Set<String> used = kept.stream().map(Synapse::group).collect(Collectors.toSet());
        return new Circuit(
                name,
                spared,
                kept,
                groups.stream().filter(group -> used.contains(group.name())).toList(),
                outputs.stream().map(port -> port.restrictedTo(names::contains)).toList(),
                dynamics);
    }
}
