package dev.ganglion.environments.signal;

import java.util.List;

/**
 * A choice of one out of several named alternatives, held as one float: the index from 0.
 *
 * @param name what is chosen, as a signal path such as {@code cart/push}
 * @param choices the alternatives' names, at least two, in the order of their indices
 */
public record Discrete(String name, List<String> choices) implements Space {
    /** Copies the choices and checks that there are at least two. */
    public Discrete {
        choices = List.copyOf(choices);
        if (choices.size() < 2) {
            throw new IllegalArgumentException("A choice needs at least two alternatives, not " + choices);
        }
    }

    /**
     * The index that a float holds.
     *
     * @throws IllegalArgumentException if it is not the index of an alternative
     */
    public int index(float value) {
        int index = (int) value;
        if (index != value || index < 0 || index >= choices.size()) {
            throw new IllegalArgumentException(
                    name + " is a choice from 0 to " + (choices.size() - 1) + " among " + choices + ", not " + value);
        }
        return index;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public String component(int index) {
        return name;
    }

    @Override
    public int outputs() {
        return choices.size();
    }
}
