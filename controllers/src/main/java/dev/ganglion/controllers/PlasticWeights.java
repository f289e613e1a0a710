package dev.ganglion.controllers;

import java.util.Arrays;

/**
 * Where in a controller's state the weights lie that change while the body lives: one matrix for a layer of a dense
 * network, one row for the synapses of a circuit, of which few of the possible ones exist.
 *
 * <p>Value {@code (row, column)} is component {@code offset + row · columns + column} of the state, and has the name that
 * {@link StateSpec#names()} gives there, such as {@code efficacy/AVB>DB3}.
 *
 * @param name what they are, unique within the controller, such as {@code layer-0/weights} or {@code efficacy}
 * @param meaning what a value is
 * @param offset component of the state that holds the first value
 * @param rows number of postsynaptic units; 1 for the synapses of a circuit
 * @param columns number of presynaptic units; the number of synapses in a circuit
 */
public record PlasticWeights(String name, Meaning meaning, int offset, int rows, int columns) {
    /** Checks the sizes. */
    public PlasticWeights {
        if (offset < 0 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "Weights " + name + " cannot be " + rows + " by " + columns + " at " + offset);
        }
    }

    /** What a value in the state is. */
    public enum Meaning {
        /** The whole weight w, as it acts. */
        WEIGHT,
        /**
         * What a synapse has learned since the episode began, F, 0 at first and in the unit of the weight: {@code w = W +
         * F}, where W is a parameter and not in the state. A layer that normalises its weights does so when they act.
         */
        CHANGE,
        /** A trace H that acts through a learned factor: {@code w = W + α H}, where W and α are parameters. */
        TRACE
    }

    /** Number of values. */
    public int size() {
        return rows * columns;
    }

    /**
     * The values of a state, row by row.
     *
     * @param state a whole state of the controller
     * @return {@code [rows, columns]}, row-major
     */
    public float[] in(float[] state) {
        return Arrays.copyOfRange(state, offset, offset + size());
    }

    /**
     * The largest size of a value in a state; NaN if one of them is.
     *
     * @param state a whole state of the controller
     */
    public float largest(float[] state) {
        float largest = 0;
        for (int i = offset; i < offset + size(); i++) {
            largest = Math.max(largest, Math.abs(state[i]));
        }
        return largest;
    }
}
