package dev.ganglion.controllers;

import java.util.List;

/**
 * What a controller remembers from one step to the next.
 *
 * @param kind whether gradients flow through it
 * @param names what each component is, such as {@code oscillator/phase}; their number is the state's size
 */
public record StateSpec(Kind kind, List<String> names) {
    /** Copies the names and checks that only an empty state is of kind {@link Kind#NONE}. */
    public StateSpec {
        names = List.copyOf(names);
        if (names.isEmpty() != (kind == Kind.NONE)) {
            throw new IllegalArgumentException("A state of kind " + kind + " cannot have components " + names);
        }
    }

    /** How a learner treats the state. */
    public enum Kind {
        /** There is none. */
        NONE,
        /** Moves by itself, like an oscillator's phase: stored at each step, no gradient through time. */
        AUTONOMOUS,
        /** Depends on observations and parameters, like a membrane voltage: trained through time in chunks. */
        TRAINED
    }

    /** A controller without memory. */
    public static StateSpec none() {
        return new StateSpec(Kind.NONE, List.of());
    }

    /** Number of components. */
    public int size() {
        return names.size();
    }
}
