package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the circuit commands: one component of an action signal, as a sum of activities.
 *
 * @param signal name of the commanded signal, such as {@code joint/3/torque}
 * @param component which of the signal's components, from 0
 * @param terms the neurons that act on it; none after they have been cut out, and then the command is zero
 */
public record OutputPort(String signal, int component, List<Term> terms) {
    /** Copies the terms. */
    public OutputPort {
        terms = List.copyOf(terms);
    }

    /**
     * What one neuron adds.
     *
     * @param neuron the neuron's name
     * @param coefficient factor to its activity
     */
    public record Term(String neuron, double coefficient) {}

    /** A command by two opponents: the first neuron's activity minus the second's. */
    public static OutputPort difference(String signal, String agonist, String antagonist) {
        return new OutputPort(signal, 0, List.of(new Term(agonist, 1), new Term(antagonist, -1)));
    }

    /** The same port with only the terms of the neurons that are kept. */
    OutputPort restrictedTo(Predicate<String> kept) {
        return new OutputPort(
                signal,
                component,
                terms.stream().filter(term -> kept.test(term.neuron())).toList());
    }
}
