package dev.ganglion.controllers.circuit;

import dev.ganglion.environments.signal.Side;

/**
 * A neuron of a circuit, or whatever else has activity in it: a muscle, a sense organ, a pacemaker.
 *
 * @param name unique name, such as {@code DB3}
 * @param cellClass the class of like neurons that it belongs to, such as {@code DB}
 * @param model how it comes by its activity
 * @param position place along the body from 0 (head) to 1 (tail); NaN if it has none
 * @param side side of the body; a worm's dorsal side is its left
 */
public record Neuron(String name, String cellClass, NeuronModel model, double position, Side side) {
    /** Checks the names and the position. */
    public Neuron {
        if (!name.matches("[A-Za-z0-9_.-]+") || !cellClass.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException(
                    "Neuron '" + name + "' of class '" + cellClass + "' needs names of letters, digits, _ . and -");
        }
        if (position < 0 || position > 1) {
            throw new IllegalArgumentException(
                    "Neuron " + name + " lies at " + position + "; positions go from 0 (head) to 1 (tail)");
        }
    }

    /** The same neuron with another model. */
    public Neuron withModel(NeuronModel newModel) {
        return new Neuron(name, cellClass, newModel, position, side);
    }
}
