package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.SynapseKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Turns the lines of a file into synapses and notes what cannot be one: the same checks for every kind of file. */
public final class EdgeCollector {
    private final CellSource cells;
    private final Loops loops;
    private final Problems problems;
    private final List<Synapse> synapses = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private int leftOut;

    /** For a file whose names mean these cells; mistakes are noted in {@code problems}. */
    public EdgeCollector(CellSource cells, Loops loops, Problems problems) {
        this.cells = cells;
        this.loops = loops;
        this.problems = problems;
    }

    /**
     * A line as it is written.
     *
     * @param place where it is
     * @param pre the source's name
     * @param post the target's name
     * @param kind chemical or electrical
     * @param weight the weight
     * @param signs what is known of its sign
     */
    public record Line(
            Place place, String pre, String post, SynapseKind kind, String weight, Map<SignRule, Sign> signs) {}

    /** Adds a line's synapse, or notes its mistakes, or counts it as left out. */
    public void add(Line line) {
        OptionalDouble weight = Fields.weight(line.weight(), line.place(), problems);
        CellSource.Meaning pre = meaning(line.pre(), line.place());
        CellSource.Meaning post = meaning(line.post(), line.place());
        if (pre instanceof CellSource.Known source && post instanceof CellSource.Known target) {
            if (isAllowed(line, source, target) && weight.isPresent()) {
                synapses.add(new Synapse(
                        source.cell().name(), target.cell().name(), line.kind(), weight.getAsDouble(), line.signs()));
            }
        } else if (!(pre instanceof CellSource.Unknown) && !(post instanceof CellSource.Unknown)) {
            leftOut++;
        }
    }

    private CellSource.Meaning meaning(String written, Place place) {
        if (written.isEmpty() || written.matches(".*\\s.*")) {
            problems.add(place, written, "is no cell name; a name is one word");
            return new CellSource.Unknown("");
        }
        CellSource.Meaning meaning = cells.meaningOf(written);
        if (meaning instanceof CellSource.Unknown unknown) {
            problems.add(place, written, "names no known cell" + unknown.hint());
        }
        return meaning;
    }

    private boolean isAllowed(Line line, CellSource.Known source, CellSource.Known target) {
        String pair = line.pre() + " to " + line.post();
        boolean loop = source.cell().equals(target.cell());
        boolean fromMuscle = source.cell() instanceof Muscle;
        if (fromMuscle && line.kind() == SynapseKind.CHEMICAL) {
            problems.add(line.place(), pair, "starts at a muscle; a muscle has no chemical synapse of its own");
            return false;
        }
        if (loop && (fromMuscle || !loops.allow(line.kind()))) {
            problems.add(line.place(), pair, "joins a cell to itself, which this kind of connection may not here");
            return false;
        }
        String key =
                line.kind() + " " + source.cell().name() + " " + target.cell().name();
        Place first = places.putIfAbsent(key, line.place());
        if (first != null) {
            problems.add(line.place(), pair, "is there twice; the first is on line " + first.line());
        }
        return first == null;
    }

    /** The synapses so far, in the order of their lines. */
    public List<Synapse> synapses() {
        return List.copyOf(synapses);
    }

    /** How many lines named a cell that is no part of the connectome. */
    public int leftOut() {
        return leftOut;
    }
}
