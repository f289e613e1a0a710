package dev.ganglion.connectome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The number of each cell, wherever a connectome becomes arrays: neurons first, then muscles, each in list order. */
public final class CellIndex {
    private final List<String> names;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    CellIndex(List<? extends Cell> cells) {
        names = cells.stream().map(Cell::name).toList();
        names.forEach(name -> numbers.put(name, numbers.size()));
    }

    /** The names in order. */
    public List<String> names() {
        return names;
    }

    /** How many cells there are. */
    public int size() {
        return names.size();
    }

    /** Whether there is a cell of this name. */
    public boolean contains(String name) {
        return numbers.containsKey(name);
    }

    /**
     * The number of a cell.
     *
     * @throws IllegalArgumentException if there is no such cell
     */
    public int of(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("There is no cell named " + name);
        }
        return number;
    }
}
