package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Cells in the order of a matrix: neurons by role, class and name, then dorsal and ventral muscles from head to tail.
 *
 * @param groups cells that stand together
 */
record CellOrder(List<Group> groups) {
    /**
     * Cells of one class, or the muscles of one side.
     *
     * @param name the class
     * @param band the role, or {@code muscle}
     * @param cells their names, in order
     */
    record Group(String name, String band, List<String> cells) {}

    CellOrder {
        groups = List.copyOf(groups);
    }

    static CellOrder ofNeurons(Connectome connectome) {
        List<Group> groups = new ArrayList<>();
        List<Neuron> sorted = connectome.neurons().stream()
                .sorted(Comparator.comparing(Neuron::role)
                        .thenComparing(Neuron::cellClass)
                        .thenComparing(Neuron::name))
                .toList();
        for (Neuron neuron : sorted) {
            String band = Palette.word(neuron.role());
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null
                    || !last.name().equals(neuron.cellClass())
                    || !last.band().equals(band)) {
                last = new Group(neuron.cellClass(), band, new ArrayList<>());
                groups.add(last);
            }
            last.cells().add(neuron.name());
        }
        return new CellOrder(groups);
    }

    CellOrder withMuscles(Connectome connectome) {
        List<Group> all = new ArrayList<>(groups);
        for (boolean dorsal : new boolean[] {true, false}) {
            List<String> names = connectome.muscles().stream()
                    .filter(muscle -> muscle.quadrant().isDorsal() == dorsal)
                    .sorted(Comparator.comparingInt(Muscle::row).thenComparing(Muscle::quadrant))
                    .map(Muscle::name)
                    .toList();
            if (!names.isEmpty()) {
                all.add(new Group(dorsal ? "dorsal" : "ventral", "muscle", names));
            }
        }
        return new CellOrder(all);
    }

    /** The place of each cell, from 0. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        groups.forEach(group -> group.cells().forEach(name -> numbers.put(name, numbers.size())));
        return numbers;
    }

    int size() {
        return groups.stream().mapToInt(group -> group.cells().size()).sum();
    }

    /** The groups of a band taken together, under its name. */
    CellOrder bands() {
        List<Group> bands = new ArrayList<>();
        for (Group group : groups) {
            Group last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
            if (last == null || !last.band().equals(group.band())) {
                bands.add(new Group(group.band(), group.band(), new ArrayList<>(group.cells())));
            } else {
                Objects.requireNonNull(last).cells().addAll(group.cells());
            }
        }
        return new CellOrder(bands);
    }
}
