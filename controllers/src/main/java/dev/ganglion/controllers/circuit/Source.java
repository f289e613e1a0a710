package dev.ganglion.controllers.circuit;

/** A neuron whose activity comes from outside the circuit or from itself, not through synapses. */
public sealed interface Source extends NeuronModel {
    /**
     * A sense organ: an input port of the circuit.
     *
     * @param signal name of the observed signal, such as {@code joint/3/angle}
     * @param component which of the signal's components, from 0
     * @param transfer how the signal becomes activity
     */
    record Sensor(String signal, int component, Transfer transfer) implements Source {
        /** Checks the component. */
        public Sensor {
            if (component < 0) {
                throw new IllegalArgumentException("Signal " + signal + " has no component " + component);
            }
        }
    }

    /**
     * A pacemaker with a square wave: active (1) in part of each period and silent (0) in the rest.
     *
     * <p>Its phase counts control steps from 0 at the beginning of each episode. Oscillators of one period share a
     * phase.
     *
     * @param period length of the period in control steps
     * @param from first step of the period in which it is active
     * @param to first step after {@code from} in which it is silent again
     */
    record Oscillator(int period, int from, int to) implements Source {
        /** Checks that the active part lies within the period. */
        public Oscillator {
            if (from < 0 || from > to || to > period || period < 1) {
                throw new IllegalArgumentException(
                        "An oscillator cannot be active from step " + from + " to " + to + " of " + period);
            }
        }

        /** Whether it is active at a phase in control steps. */
        public boolean isActiveAt(int phase) {
            return from <= phase && phase < to;
        }
    }

    /**
     * Always active alike: a tonic drive.
     *
     * @param value its activity
     */
    record Constant(double value) implements Source {}
}
