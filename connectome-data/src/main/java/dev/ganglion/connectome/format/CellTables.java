package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Cell;
import dev.ganglion.connectome.Laterality;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Quadrant;
import dev.ganglion.connectome.Role;
import dev.ganglion.connectome.Transmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The tables of neurons and of muscles, in the project's own columns. */
final class CellTables {
    static final Columns NEURONS = new Columns(
            ',', List.of("name"), List.of("class", "side", "role", "transmitter", "co_transmitters", "position"), true);
    static final Columns MUSCLES = new Columns(',', List.of("name", "quadrant", "row"), List.of("position"), true);

    private CellTables() {}

    static List<Neuron> neurons(Table table, Problems problems) {
        List<Neuron> neurons = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        for (Table.Row row : table.rows()) {
            if (isNewName(row, places, problems)) {
                neurons.add(neuron(row, problems));
            }
        }
        return neurons;
    }

    private static Neuron neuron(Table.Row row, Problems problems) {
        Place place = row.place();
        String name = row.get("name");
        String cellClass = row.get("class").isEmpty() ? name : row.get("class");
        if (cellClass.matches(".*\\s.*")) {
            problems.add(place, cellClass, "is no class name; a name is one word");
            cellClass = name;
        }
        return new Neuron(
                name,
                cellClass,
                Fields.word(row.get("side"), Laterality.class, Laterality.UNPAIRED, place, problems),
                Fields.word(row.get("role"), Role.class, Role.UNKNOWN, place, problems),
                Fields.word(row.get("transmitter"), Transmitter.class, Transmitter.UNKNOWN, place, problems),
                Fields.wordSet(row.get("co_transmitters"), Transmitter.class, Transmitter.UNKNOWN, place, problems),
                Fields.position(row.get("position"), place, problems));
    }

    /** A muscle without a position gets the middle of its row, the table's last row ending at the tail. */
    static List<Muscle> muscles(Table table, Problems problems) {
        int rows = table.rows().stream()
                .map(row -> row.get("row"))
                .filter(text -> text.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(1);
        List<Muscle> muscles = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        for (Table.Row line : table.rows()) {
            Place place = line.place();
            OptionalInt row = Fields.row(line.get("row"), place, problems);
            if (line.get("quadrant").isEmpty()) {
                problems.add(place, line.get("name"), "has no quadrant");
            }
            Quadrant quadrant =
                    Fields.word(line.get("quadrant"), Quadrant.class, Quadrant.DORSAL_LEFT, place, problems);
            double position = Fields.position(line.get("position"), place, problems);
            if (isNewName(line, places, problems) && row.isPresent()) {
                Muscle muscle = Muscle.inRow(line.get("name"), quadrant, row.getAsInt(), rows);
                muscles.add(
                        Double.isNaN(position) ? muscle : new Muscle(muscle.name(), quadrant, muscle.row(), position));
            }
        }
        return muscles;
    }

    private static boolean isNewName(Table.Row row, Map<String, Place> places, Problems problems) {
        String name = row.get("name");
        if (name.isEmpty() || name.matches(".*\\s.*")) {
            problems.add(row.place(), name, "is no cell name; a name is one word");
            return false;
        }
        Place first = places.putIfAbsent(name, row.place());
        if (first != null) {
            problems.add(row.place(), name, "is there twice; the first is on line " + first.line());
        }
        return first == null;
    }

    /** The cells of both tables by name; a name in both is a mistake. */
    static Map<String, Cell> byName(List<Neuron> neurons, List<Muscle> muscles, Place place, Problems problems) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        neurons.forEach(neuron -> cells.put(neuron.name(), neuron));
        for (Muscle muscle : muscles) {
            if (cells.put(muscle.name(), muscle) != null) {
                problems.add(place, muscle.name(), "is both a neuron and a muscle");
            }
        }
        return cells;
    }

    static List<List<String>> neuronRows(List<Neuron> neurons) {
        return neurons.stream()
                .map(neuron -> List.of(
                        neuron.name(),
                        neuron.cellClass(),
                        Fields.code(neuron.side()),
                        Fields.code(neuron.role()),
                        Fields.code(neuron.transmitter()),
                        Fields.codes(neuron.coTransmitters()),
                        Fields.code(neuron.position())))
                .toList();
    }

    static List<List<String>> muscleRows(List<Muscle> muscles) {
        return muscles.stream()
                .map(muscle -> List.of(
                        muscle.name(),
                        Fields.code(muscle.quadrant()),
                        String.valueOf(muscle.row()),
                        Fields.code(muscle.position())))
                .toList();
    }
}
