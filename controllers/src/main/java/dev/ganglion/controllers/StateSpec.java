package dev.ganglion.controllers;

import java.util.Collections;
import java.util.List;

/**
 * What a controller remembers from one step to the next.
 *
 * @param kind whether gradients flow through it
 * @param names what each component is, such as {@code oscillator/phase}; their number is the state's size
 * @param periods the length after which each component comes round again, as an hour does after 12; 0 for one that
 *     does not
 */
public record StateSpec(Kind kind, List<String> names, List<Integer> periods) {
    /** Copies the lists and checks that they match and that only an empty state is of kind {@link Kind#NONE}. */
    public StateSpec {
        names = List.copyOf(names);
        periods = List.copyOf(periods);
        if (periods.size() != names.size() || periods.stream().anyMatch(period -> period < 0)) {
            throw new IllegalArgumentException("Periods " + periods + " do not fit the components " + names);
        }
        if (names.isEmpty() != (kind == Kind.NONE)) {
            throw new IllegalArgumentException("A state of kind " + kind + " cannot have components " + names);
        }
    }

    /** A state of which no component comes round. */
    public StateSpec(Kind kind, List<String> names) {
        this(kind, names, Collections.nCopies(names.size(), 0));
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
