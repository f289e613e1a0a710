package dev.ganglion.controllers.plasticity;

import dev.ganglion.controllers.parameter.InitialValue;

/**
 * A number in a rule's equations, of each synapse or shared by many.
 *
 * @param name name, such as {@code rate}
 * @param kind what it stands for
 * @param initial value with which it begins
 */
public record Coefficient(String name, Kind kind, InitialValue initial) {
    /** What a coefficient stands for. */
    public enum Kind {
        /** How fast a weight changes: the rule multiplies it with a common step size. Learned unless told otherwise. */
        RATE,
        /** A number without unit, of either sign. Learned unless told otherwise. */
        SHAPE,
        /** A positive number, such as a time constant in s. Not learned unless told otherwise. */
        POSITIVE
    }

    static Coefficient rate(String name) {
        return new Coefficient(name, Kind.RATE, new InitialValue.Uniform(-1, 1));
    }

    static Coefficient shape(String name) {
        return new Coefficient(name, Kind.SHAPE, new InitialValue.Uniform(-1, 1));
    }

    static Coefficient positive(String name, double value) {
        return new Coefficient(name, Kind.POSITIVE, new InitialValue.Fixed(value));
    }

    /** Whether it is learned unless told otherwise. */
    public boolean isLearned() {
        return kind != Kind.POSITIVE;
    }
}
