package dev.ganglion.controllers.ablation;

import dev.ganglion.controllers.circuit.Circuit;
import java.util.function.UnaryOperator;

/**
 * Something taken away from a circuit, so as to learn what it was worth.
 *
 * @param name what is taken away, such as {@code signs=free}
 * @param change from the intact circuit to the ablated one
 */
public record Ablation(String name, UnaryOperator<Circuit> change) {
    /** The circuit without it. */
    public Circuit apply(Circuit circuit) {
        return change.apply(circuit);
    }

    /** Both things taken away, this one first. */
    public Ablation and(Ablation further) {
        return new Ablation(name + "," + further.name, circuit -> further.apply(apply(circuit)));
    }
}
