package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Perimotor;
import dev.ganglion.connectome.Quadrant;
import dev.ganglion.connectome.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a connectome are drawn: head left and tail right, dorsal above and ventral below.
 *
 * <p>Muscles form the outermost rows. Between them every class of motor neuron has a lane, those that drive dorsal
 * muscle above those that drive ventral muscle; other neurons share a lane for each role, in the middle. A motor neuron
 * stands over the muscles that it drives, any other neuron where its cell body lies. Neurons that would touch are moved
 * apart; see {@link LaneRows}.
 */
final class BodyLayout {
    static final double LEFT = 150;
    static final double RIGHT = 1560;
    static final double MUSCLE_HEIGHT = 15;
    static final double MUSCLE_GAP = 4;

    private static final double TOP = 118;
    private static final double ROW = 27;
    private static final double HALF_HEIGHT = 10;
    private static final double LANE_PADDING = 20;
    private static final int MOST_LANES_OF_MOTOR_CLASSES = 12;

    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private double bottom = TOP;

    /**
     * The place of a cell.
     *
     * @param x its middle
     * @param y its middle
     * @param halfWidth half its width
     * @param halfHeight half its height
     * @param label what is written on it; may be empty
     */
    record Spot(double x, double y, double halfWidth, double halfHeight, String label) {}

    /**
     * A band of neurons or a row of muscles.
     *
     * @param name what stands beside it
     * @param y its middle
     */
    record Lane(String name, double y) {}

    BodyLayout(Connectome connectome) {
        boolean hasMuscles = !connectome.muscles().isEmpty();
        if (hasMuscles) {
            muscles(connectome, Quadrant.DORSAL_LEFT, "dorsal left");
            muscles(connectome, Quadrant.DORSAL_RIGHT, "dorsal right");
            bottom += LANE_PADDING;
        }
        Map<String, Perimotor> places = Perimotor.of(connectome);
        Map<String, List<Neuron>> byLane = byLane(connectome);
        byLane.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, List<Neuron>> lane) -> depth(lane.getValue(), places))
                        .thenComparing(Map.Entry::getKey))
                .forEach(lane -> lane(lane.getKey(), lane.getValue(), places));
        if (hasMuscles) {
            bottom += LANE_PADDING;
            muscles(connectome, Quadrant.VENTRAL_RIGHT, "ventral right");
            muscles(connectome, Quadrant.VENTRAL_LEFT, "ventral left");
        }
    }

    private static Map<String, List<Neuron>> byLane(Connectome connectome) {
        long motorClasses = connectome.neurons().stream()
                .filter(neuron -> neuron.role() == Role.MOTOR)
                .map(Neuron::cellClass)
                .distinct()
                .count();
        boolean lanesOfClasses = motorClasses <= MOST_LANES_OF_MOTOR_CLASSES;
        return connectome.neurons().stream()
                .collect(Collectors.groupingBy(
                        neuron -> lanesOfClasses && neuron.role() == Role.MOTOR
                                ? neuron.cellClass()
                                : Palette.word(neuron.role()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** 0 for a lane of motor neurons that drive dorsal muscle, 2 for ventral, 1 for both and for other neurons. */
    private static int depth(List<Neuron> neurons, Map<String, Perimotor> places) {
        double share = neurons.stream()
                .filter(neuron -> neuron.role() == Role.MOTOR)
                .map(neuron -> places.get(neuron.name()))
                .filter(Objects::nonNull)
                .mapToDouble(Perimotor::dorsalShare)
                .average()
                .orElse(0.5);
        return share > 0.75 ? 0 : share < 0.25 ? 2 : 1;
    }

    private void muscles(Connectome connectome, Quadrant quadrant, String name) {
        List<Muscle> row = connectome.muscles().stream()
                .filter(muscle -> muscle.quadrant() == quadrant)
                .toList();
        double y = bottom + MUSCLE_HEIGHT / 2;
        int rows = connectome.muscles().stream().mapToInt(Muscle::row).max().orElse(1);
        double halfWidth = (RIGHT - LEFT) / rows / 2 - 2;
        for (Muscle muscle : row) {
            double share = Double.isNaN(muscle.position()) ? (muscle.row() - 0.5) / rows : muscle.position();
            String label = String.valueOf(muscle.row());
            spots.put(muscle.name(), new Spot(x(share), y, halfWidth, MUSCLE_HEIGHT / 2, label));
        }
        lanes.add(new Lane(name, y));
        bottom += MUSCLE_HEIGHT + MUSCLE_GAP;
    }

    private void lane(String name, List<Neuron> neurons, Map<String, Perimotor> places) {
        int count = neurons.size();
        double[] wanted = new double[count];
        double[] halfWidths = new double[count];
        String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            Neuron neuron = neurons.get(i);
            labels[i] = label(neuron, name);
            wanted[i] = x(share(neuron, places.get(neuron.name()), (i + 0.5) / count));
            halfWidths[i] = labels[i].length() <= 2 ? HALF_HEIGHT + 1 : 4.2 * labels[i].length() + 4;
        }
        LaneRows rows = LaneRows.of(wanted, halfWidths, LEFT, RIGHT);
        double top = bottom + LANE_PADDING;
        for (int i = 0; i < count; i++) {
            double y = top + ROW * rows.row()[i];
            spots.put(neurons.get(i).name(), new Spot(rows.x()[i], y, halfWidths[i], HALF_HEIGHT, labels[i]));
        }
        double height = ROW * (rows.rows() - 1);
        lanes.add(new Lane(name, top + height / 2));
        bottom = top + height + LANE_PADDING;
    }

    /** A neuron's name without that of its lane: the number of a motor neuron. */
    private static String label(Neuron neuron, String lane) {
        boolean numbered = neuron.name().startsWith(lane) && !neuron.name().equals(lane);
        return numbered ? neuron.name().substring(lane.length()).replaceFirst("^0+(?=.)", "") : neuron.name();
    }

    private static double share(Neuron neuron, @Nullable Perimotor place, double otherwise) {
        if (neuron.role() == Role.MOTOR && place != null && !Double.isNaN(place.position())) {
            return place.position();
        }
        return Double.isNaN(neuron.position()) ? otherwise : neuron.position();
    }

    private static double x(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }

    Spot spot(String cell) {
        return Objects.requireNonNull(spots.get(cell), cell);
    }

    List<Lane> lanes() {
        return lanes;
    }

    double top() {
        return TOP;
    }

    double bottom() {
        return bottom;
    }
}
