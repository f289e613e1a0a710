package dev.ganglion.controllers.connectome;

import dev.ganglion.connectome.Muscle;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.environments.signal.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What reaches a locomotion circuit from outside it: the bend of the body, the rhythm of the head and the command to
 * move forward.
 */
final class BodyInputs {
    /** The classes that feel the bend of the body, those of forward movement, by the side that they drive. */
    private static final Map<Side, String> STRETCHED = Map.of(Side.LEFT, "DB", Side.RIGHT, "VB");

    /** The class that is commanded to move forward. */
    private static final String FORWARD = "AVB";

    /**
     * How far in front of itself a B neuron feels the bend, as a share of the body's length. Motivated by
     * Wen et al. (2012); it was also the best of four values tried.
     */
    private static final double REACH = 0.2;

    /** Rows of muscle in front of this place are the head's, which other neurons drive. */
    private static final double HEAD = 0.25;

    private static final double STRETCH = 1.2;
    private static final double RHYTHM_ONTO_NEURONS = 4;
    private static final double RHYTHM_ONTO_MUSCLE = 1.5;
    private static final double COMMAND = 0.2;

    private final CircuitParts parts;
    private final PlacedCells cells;
    private final List<Double> joints;

    BodyInputs(CircuitParts parts, PlacedCells cells, List<Double> joints) {
        this.parts = parts;
        this.cells = cells;
        this.joints = joints;
    }

    /** Stretch of the joints some way in front of each B neuron, on the side that it drives. */
    void addStretch(Kernel kernel) {
        for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
            String cellClass = STRETCHED.getOrDefault(side, "");
            String prefix = side == Side.LEFT ? "stretch.d" : "stretch.v";
            Set<Integer> felt = new TreeSet<>();
            for (dev.ganglion.connectome.Neuron cell : cells.ofClass(cellClass)) {
                kernel.shares(cells.position(cell) - REACH, joints).forEach((joint, share) -> {
                    parts.excite(prefix + joint, cell.name(), "stretch>" + cellClass, STRETCH, share);
                    felt.add(joint);
                });
            }
            Transfer transfer = side == Side.LEFT ? Transfer.positivePart() : Transfer.negativePart();
            for (int joint : felt) {
                Source organ = new Source.Sensor("joint/" + joint + "/angle", 0, transfer);
                parts.add(new Neuron(prefix + joint, "stretch", organ, joints.get(joint), side));
            }
        }
    }

    /** A pacemaker for each side, which takes turns, on the muscles of the head and the foremost B neuron. */
    void addRhythm(int periodSteps) {
        int half = periodSteps / 2;
        addPacemaker("O.d", new Source.Oscillator(periodSteps, 0, half), Side.LEFT);
        addPacemaker("O.v", new Source.Oscillator(periodSteps, half, periodSteps), Side.RIGHT);
    }

    private void addPacemaker(String name, Source rhythm, Side side) {
        parts.add(new Neuron(name, "oscillator", rhythm, 0, side));
        for (Muscle muscle : cells.on(side)) {
            if (muscle.position() < HEAD) {
                parts.excite(name, muscle.name(), "oscillator>muscle", RHYTHM_ONTO_MUSCLE, 1);
            }
        }
        cells.ofClass(STRETCHED.getOrDefault(side, "")).stream()
                .min(Comparator.comparingDouble(cells::position))
                .ifPresent(first -> parts.excite(name, first.name(), "oscillator>B", RHYTHM_ONTO_NEURONS, 1));
    }

    /** A tonic command on the neurons of forward movement, if there are any. */
    void addCommand() {
        List<dev.ganglion.connectome.Neuron> commanded = cells.ofClass(FORWARD);
        if (!commanded.isEmpty()) {
            parts.add(new Neuron("forward", "command", new Source.Constant(1), Double.NaN, Side.NONE));
            commanded.forEach(cell -> parts.excite("forward", cell.name(), "forward>" + FORWARD, COMMAND, 1));
        }
    }
}
