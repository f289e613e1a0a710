package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.parameter.InitialValue;

/** A constant in the equations of neurons or synapses: given once and for all, or learned with the weights. */
public sealed interface Constant {
    /**
     * Always the same.
     *
     * @param value in the unit that the equations name
     */
    record Fixed(double value) implements Constant {
        /** Checks that it is a number. */
        public Fixed {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A constant cannot be " + value);
            }
        }
    }

    /**
     * A parameter of the circuit.
     *
     * @param initial value with which it begins
     * @param scope who has the same
     */
    record Learned(InitialValue initial, Scope scope) implements Constant {}

    /** Who shares a learned constant. */
    enum Scope {
        /** All neurons of a class; all synapses of a weight group. */
        SHARED,
        /** Nobody: each neuron or synapse has its own. */
        OWN
    }

    /** A given value. */
    static Constant of(double value) {
        return new Fixed(value);
    }

    /** The same constant, learned; one that is learned already keeps the values that it begins with. */
    default Constant learned(Scope scope) {
        return new Learned(
                this instanceof Learned learned ? learned.initial() : new InitialValue.Fixed(((Fixed) this).value()),
                scope);
    }

    /**
     * A constant under the name that it has in the equations of a model.
     *
     * @param name name, such as {@code time-constant}
     * @param value the constant
     * @param isPositive whether it can only be greater than zero; if it is learned, its logarithm is
     */
    record Named(String name, Constant value, boolean isPositive) {
        /** Checks the sign of values that are known. */
        public Named {
            boolean isWrong = value instanceof Fixed fixed
                    ? fixed.value() <= 0
                    : ((Learned) value).initial() instanceof InitialValue.Fixed initial && initial.value() <= 0;
            if (isPositive && isWrong) {
                throw new IllegalArgumentException("The constant " + name + " is positive, not " + value);
            }
        }

        /** One that can only be greater than zero. */
        static Named positive(String name, Constant value) {
            return new Named(name, value, true);
        }

        /** One that can take any value. */
        static Named free(String name, Constant value) {
            return new Named(name, value, false);
        }
    }
}
