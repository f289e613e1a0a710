package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.CellIndex;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A way to draw a random connectome that shares some properties with a real one exactly and has lost the others, so
 * that what the real one does better can be put down to what was lost.
 *
 * <p>All keep the cells, the synapses of cells onto themselves and the gap junctions of muscles; none makes a new
 * synapse of a cell onto itself or a second one for the same pair. The connections of a {@link Block} stay within it;
 * blocks that are not asked for are kept. Signs are those of a {@link SignReading}.
 *
 * <p>The models do not keep the spectral radius of the weights; {@link RadiusMatch} does that.
 */
public enum NullModel {
    /** Deals the weights anew among connections of the same sign. */
    WEIGHT_SHUFFLE(
            "who is joined to whom, every sign, the weights of each sign as a whole", "which connection is strong"),
    /** Deals the signs anew among chemical connections. */
    SIGN_SHUFFLE(
            "who is joined to whom, every weight, the number of connections of each sign",
            "which connection excites or inhibits; Dale's law"),
    /** Exchanges targets between connections of the same sign. */
    DEGREE_PRESERVING(
            "how many connections of each sign leave and enter every cell, the weights and signs that leave it",
            "who is joined to whom, the weight that enters a cell"),
    /** Puts the connections anywhere and tosses their signs. */
    DENSITY_RANDOM(
            "the number of connections and their weights as a whole",
            "who is joined to whom, degrees, the ratio of excitation to inhibition, Dale's law"),
    /** Puts the connections anywhere. */
    STATISTICS_MATCHED(
            "the number of connections of each sign and their weights as a whole",
            "who is joined to whom, degrees, Dale's law"),
    /** Joins every cell to every other by chemical connections. */
    DENSE(
            "the total chemical weight, the shares of the signs to within one connection, gap junctions",
            "the choice of partners altogether, the differences between weights, Dale's law");

    private final String preserves;
    private final String destroys;

    NullModel(String preserves, String destroys) {
        this.preserves = preserves;
        this.destroys = destroys;
    }

    /** Its name on the command line, such as {@code degree-preserving}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The null model of this name on the command line. */
    public static Optional<NullModel> of(String id) {
        return Stream.of(values()).filter(model -> model.id().equals(id)).findFirst();
    }

    /** What it keeps exactly, within each block. */
    public String preserves() {
        return preserves;
    }

    /** What it loses. */
    public String destroys() {
        return destroys;
    }

    /** A draw that randomises the wiring among neurons, with signs by {@link SignReading#DEFAULT}. */
    public Connectome apply(Connectome original, RandomGenerator random) {
        return apply(original, Block.AMONG_NEURONS, SignReading.DEFAULT, random);
    }

    /**
     * A draw.
     *
     * @param original the real connectome
     * @param blocks what is randomised
     * @param reading how signs are read
     * @param random where chance comes from; the same state gives the same draw
     */
    public Connectome apply(Connectome original, Set<Block> blocks, SignReading reading, RandomGenerator random) {
        Set<String> neurons = original.neuronsByName().keySet();
        List<Synapse> synapses = new ArrayList<>(original.synapses().stream()
                .filter(synapse -> blocks.stream().noneMatch(block -> block.has(synapse, neurons)))
                .toList());
        for (Block block : Block.values()) {
            if (blocks.contains(block)) {
                Draw draw = Draw.of(original, block, reading, random);
                List<Bond> bonds = draw.bonds().isEmpty() ? List.of() : randomised(draw);
                bonds.forEach(bond -> synapses.addAll(bond.listings()));
            }
        }
        CellIndex index = original.index();
        synapses.sort(Comparator.comparing(Synapse::kind)
                .thenComparing(synapse -> index.of(synapse.pre()))
                .thenComparing(synapse -> index.of(synapse.post())));
        return new Connectome(
                original.name() + ", " + id(), original.neurons(), original.muscles(), synapses, provenance(original));
    }

    private List<Bond> randomised(Draw draw) {
        return switch (this) {
            case WEIGHT_SHUFFLE -> Shuffles.weights(draw);
            case SIGN_SHUFFLE -> Shuffles.signs(draw);
            case DEGREE_PRESERVING -> Rewiring.rewired(draw);
            case DENSITY_RANDOM -> Shuffles.placesAndTossedSigns(draw);
            case STATISTICS_MATCHED -> Shuffles.places(draw);
            case DENSE -> Shuffles.everywhere(draw);
        };
    }

    private Provenance provenance(Connectome original) {
        List<Provenance.Column> columns = new ArrayList<>(original.provenance().columns());
        columns.add(new Provenance.Column(
                "connections",
                "all",
                "Ganglion",
                "",
                "as the original",
                "randomised: " + id() + " null model of " + original.name()));
        return new Provenance(columns);
    }
}
