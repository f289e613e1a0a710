package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Cell;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Quadrant;
import dev.ganglion.connectome.format.CellSource;
import dev.ganglion.connectome.format.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The worm's neurons and body-wall muscles by all the names that published tables have for them.
 *
 * <p>Other cells of those tables (gut, skin, glia, muscles of pharynx, vulva and uterus, muscle not told apart) are
 * known as such; their connections are left out.
 */
public final class WormCatalogue implements CellSource {
    private static final Pattern OTHER_CELL =
            Pattern.compile("hyp|int[LR]|intestine|anal|sph|exc\\w*|(mc|pm|um|vm)\\d\\w*"
                    + "|GLR\\w+|CEPsh\\w+|LegacyBodyWallMuscles|NMJ|MANAL|MVULVA");

    private final Map<String, Cell> cells = new LinkedHashMap<>();

    /** A catalogue of these cells, under their names in this project. */
    public WormCatalogue(List<Neuron> neurons, List<Muscle> muscles) {
        neurons.forEach(neuron -> cells.put(neuron.name(), neuron));
        muscles.forEach(muscle -> cells.put(muscle.name(), muscle));
    }

    /** The catalogue of the hermaphrodite that comes with the project. */
    public static WormCatalogue hermaphrodite() {
        return new WormCatalogue(
                WormConnectome.hermaphrodite().neurons(),
                WormConnectome.hermaphrodite().muscles());
    }

    /** The 95 muscles of the body wall: 24 rows in each quadrant, the last one missing on the ventral left. */
    public static List<Muscle> bodyWallMuscles() {
        List<Muscle> muscles = new ArrayList<>();
        for (Quadrant quadrant : Quadrant.values()) {
            int rows = quadrant == Quadrant.VENTRAL_LEFT ? WormNames.MUSCLE_ROWS - 1 : WormNames.MUSCLE_ROWS;
            for (int row = 1; row <= rows; row++) {
                muscles.add(new Muscle(WormNames.muscle(quadrant, row), quadrant, row, middle(row)));
            }
        }
        return muscles;
    }

    /** The middle of a row to four digits, so that it is printed alike by every version of Java. */
    private static double middle(int row) {
        return Math.round((row - 0.5) / WormNames.MUSCLE_ROWS * 1e4) / 1e4;
    }

    @Override
    public Meaning meaningOf(String written) {
        Cell cell = cells.get(WormNames.normalised(written));
        if (cell != null) {
            return new Known(cell);
        }
        return OTHER_CELL.matcher(written).matches()
                ? new LeftOut()
                : new Unknown(Nearest.hint(WormNames.normalised(written), cells.keySet()));
    }

    /** The neurons, in order. */
    List<Neuron> neurons() {
        return cells.values().stream()
                .filter(Neuron.class::isInstance)
                .map(Neuron.class::cast)
                .toList();
    }

    /** The muscles, in order. */
    List<Muscle> muscles() {
        return cells.values().stream()
                .filter(Muscle.class::isInstance)
                .map(Muscle.class::cast)
                .toList();
    }
}
