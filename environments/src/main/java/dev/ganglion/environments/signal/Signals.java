package dev.ganglion.environments.signal;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An ordered list of signals laid out one behind the other in a vector.
 *
 * @param list the signals in the order of the vector; names are unique
 */
public record Signals(List<Signal> list) implements Iterable<Signal> {
    /** Copies the list and checks that no name occurs twice. */
    public Signals {
        list = List.copyOf(list);
        Set<String> seen = new HashSet<>();
        for (Signal signal : list) {
            if (!seen.add(signal.name())) {
                throw new IllegalArgumentException("Signal " + signal.name() + " is declared twice");
            }
        }
    }

    /** The given signals in the given order. */
    public static Signals of(Signal... signals) {
        return new Signals(List.of(signals));
    }

    /** Length of the vector: the sum of the signals' sizes. */
    public int size() {
        return list.stream().mapToInt(Signal::size).sum();
    }

    /** Index of the signal's first component in the vector, or empty if there is no signal of that name. */
    public Optional<Integer> offset(String name) {
        int offset = 0;
        for (Signal signal : list) {
            if (signal.name().equals(name)) {
                return Optional.of(offset);
            }
            offset += signal.size();
        }
        return Optional.empty();
    }

    /**
     * The signal to which a component of the vector belongs.
     *
     * @throws IndexOutOfBoundsException if the vector has no such component
     */
    public Signal at(int component) {
        int end = 0;
        for (Signal signal : list) {
            end += signal.size();
            if (component >= 0 && component < end) {
                return signal;
            }
        }
        throw new IndexOutOfBoundsException(component);
    }

    /** The signals of a family such as {@code joint/*}{@code /angle}, in order. */
    public List<Signal> family(String family) {
        return list.stream().filter(signal -> signal.family().equals(family)).toList();
    }

    /** All names, in order. */
    public List<String> names() {
        return list.stream().map(Signal::name).toList();
    }

    @Override
    public Iterator<Signal> iterator() {
        return list.iterator();
    }
}
