package dev.ganglion.connectome.nullmodel;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.graph.SpectralRadius;
import dev.ganglion.connectome.graph.WeightMatrix;
import dev.ganglion.connectome.worm.WormConnectome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NullModelTest {
    private static final Connectome CIRCUIT = WormConnectome.locomotion();
    private static final Set<Block> ALL = Set.of(Block.values());

    private static Connectome draw(NullModel model) {
        return model.apply(CIRCUIT, ALL, SignReading.DEFAULT, new SplittableRandom(11));
    }

    /** The synapses that a null model may move: those of a block. */
    private static List<Synapse> in(Connectome connectome, Block block) {
        Set<String> neurons = connectome.neuronsByName().keySet();
        return connectome.synapses().stream()
                .filter(synapse -> block.has(synapse, neurons))
                .toList();
    }

    private static <K extends Comparable<K>> Map<K, Long> count(List<Synapse> synapses, Function<Synapse, K> key) {
        return synapses.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static Sign sign(Synapse synapse) {
        return synapse.sign(SignReading.DEFAULT);
    }

    private static String ends(Synapse synapse) {
        return synapse.kind() + " " + synapse.pre() + " " + synapse.post();
    }

    @ParameterizedTest
    @EnumSource
    void apply_anyModel_keepsCellsAndLoopsAndMuscleJunctions(NullModel model) {
        Connectome drawn = draw(model);
        then(drawn.cells()).isEqualTo(CIRCUIT.cells());
        Function<Connectome, List<Synapse>> untouched = connectome -> connectome.synapses().stream()
                .filter(synapse -> ALL.stream()
                        .noneMatch(block ->
                                block.has(synapse, connectome.neuronsByName().keySet())))
                .toList();
        then(untouched.apply(drawn)).containsExactlyInAnyOrderElementsOf(untouched.apply(CIRCUIT));
        then(drawn.name()).endsWith(model.id());
    }

    @ParameterizedTest
    @EnumSource
    void apply_sameSeed_givesTheSameDraw(NullModel model) {
        then(draw(model)).isEqualTo(draw(model));
        then(draw(model).synapses()).isNotEqualTo(CIRCUIT.synapses());
    }

    @ParameterizedTest
    @EnumSource
    void apply_byDefault_keepsTheNeuromuscularMap(NullModel model) {
        Connectome drawn = model.apply(CIRCUIT, new SplittableRandom(3));
        then(in(drawn, Block.NEUROMUSCULAR)).containsExactlyInAnyOrderElementsOf(in(CIRCUIT, Block.NEUROMUSCULAR));
        then(in(drawn, Block.CHEMICAL)).isNotEqualTo(in(CIRCUIT, Block.CHEMICAL));
    }

    @Test
    void weightShuffle_topologySignsAndWeightsPerSign_stay() {
        Connectome drawn = draw(NullModel.WEIGHT_SHUFFLE);
        for (Block block : List.of(Block.CHEMICAL, Block.NEUROMUSCULAR)) {
            then(count(in(drawn, block), synapse -> ends(synapse) + synapse.signs()))
                    .isEqualTo(count(in(CIRCUIT, block), synapse -> ends(synapse) + synapse.signs()));
            then(count(in(drawn, block), synapse -> sign(synapse) + " " + synapse.weight()))
                    .isEqualTo(count(in(CIRCUIT, block), synapse -> sign(synapse) + " " + synapse.weight()));
        }
        then(count(in(drawn, Block.ELECTRICAL), Synapse::weight))
                .isEqualTo(count(in(CIRCUIT, Block.ELECTRICAL), Synapse::weight));
        then(drawn.gapJunctions()).hasSameSizeAs(CIRCUIT.gapJunctions());
        then(sameWeights(drawn)).isLessThan(0.5);
    }

    /** Share of the chemical connections whose weight is what it was; many weights are 1. */
    private static double sameWeights(Connectome drawn) {
        List<Synapse> before = in(CIRCUIT, Block.CHEMICAL);
        return (double) in(drawn, Block.CHEMICAL).stream()
                        .filter(before::contains)
                        .count()
                / before.size();
    }

    @Test
    void signShuffle_topologyWeightsAndNumberOfSigns_stay() {
        Connectome drawn = draw(NullModel.SIGN_SHUFFLE);
        for (Block block : List.of(Block.CHEMICAL, Block.NEUROMUSCULAR)) {
            then(count(in(drawn, block), synapse -> ends(synapse) + synapse.weight()))
                    .isEqualTo(count(in(CIRCUIT, block), synapse -> ends(synapse) + synapse.weight()));
            then(count(in(drawn, block), NullModelTest::sign))
                    .isEqualTo(count(in(CIRCUIT, block), NullModelTest::sign));
        }
        then(drawn.electrical()).isEqualTo(CIRCUIT.electrical());
        then(neuronsWithBothSigns(CIRCUIT)).isZero();
        then(neuronsWithBothSigns(drawn)).isGreaterThan(20);
    }

    /** Neurons that break Dale's law. */
    private static long neuronsWithBothSigns(Connectome connectome) {
        return connectome.chemical().stream()
                .collect(Collectors.groupingBy(
                        Synapse::pre, Collectors.mapping(NullModelTest::sign, Collectors.toSet())))
                .values()
                .stream()
                .filter(signs -> signs.size() > 1)
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHEMICAL", "NEUROMUSCULAR"})
    void degreePreserving_signedDegreesAndWhatLeavesACell_stay(Block block) {
        List<Synapse> before = in(CIRCUIT, block);
        List<Synapse> after = in(draw(NullModel.DEGREE_PRESERVING), block);
        then(count(after, synapse -> synapse.pre() + " " + synapse.signs() + " " + synapse.weight()))
                .isEqualTo(count(before, synapse -> synapse.pre() + " " + synapse.signs() + " " + synapse.weight()));
        then(count(after, synapse -> synapse.post() + " " + sign(synapse)))
                .isEqualTo(count(before, synapse -> synapse.post() + " " + sign(synapse)));
        Set<String> old = before.stream().map(NullModelTest::ends).collect(Collectors.toSet());
        long kept =
                after.stream().filter(synapse -> old.contains(ends(synapse))).count();
        then(kept).isLessThan(before.size() / 2);
    }

    @Test
    void degreePreserving_gapJunctions_keepTheirNumberAtEachCell() {
        Connectome drawn = draw(NullModel.DEGREE_PRESERVING);
        List<Synapse> before = in(CIRCUIT, Block.ELECTRICAL);
        List<Synapse> after = in(drawn, Block.ELECTRICAL);
        then(partners(drawn)).isEqualTo(partners(CIRCUIT));
        then(count(after, Synapse::weight)).isEqualTo(count(before, Synapse::weight));
        then(after).isNotEqualTo(before);
    }

    private static Map<String, Long> partners(Connectome connectome) {
        return connectome.gapJunctions().stream()
                .flatMap(junction -> List.of(junction.first(), junction.second()).stream())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    @Test
    void degreePreserving_manyDraws_joinEveryAllowedPairAlike() {
        // Two sources with one connection each and two targets: both pairings are equally likely.
        Connectome small = new Connectome(
                "small",
                List.of(Neuron.named("A"), Neuron.named("B"), Neuron.named("C"), Neuron.named("D")),
                List.of(),
                List.of(Synapse.chemical("A", "C", 1, Sign.EXCITATORY), Synapse.chemical("B", "D", 2, Sign.EXCITATORY)),
                Provenance.NONE);
        SplittableRandom random = new SplittableRandom(5);
        int crossed = 0;
        for (int draw = 0; draw < 400; draw++) {
            Connectome drawn = NullModel.DEGREE_PRESERVING.apply(small, random);
            crossed += drawn.synapses().get(0).post().equals("D") ? 1 : 0;
        }
        // 200 expected, standard deviation 10.
        then(crossed).isBetween(160, 240);
    }

    @Test
    void degreePreserving_differentSigns_areNotExchanged() {
        Connectome small = new Connectome(
                "small",
                List.of(Neuron.named("A"), Neuron.named("B"), Neuron.named("C"), Neuron.named("D")),
                List.of(),
                List.of(Synapse.chemical("A", "C", 1, Sign.EXCITATORY), Synapse.chemical("B", "D", 2, Sign.INHIBITORY)),
                Provenance.NONE);
        then(NullModel.DEGREE_PRESERVING.apply(small, new SplittableRandom(5)).synapses())
                .isEqualTo(small.synapses());
    }

    @ParameterizedTest
    @EnumSource(names = {"STATISTICS_MATCHED", "DENSITY_RANDOM"})
    void randomPlaces_numberAndWeights_stayAndDegreesDoNot(NullModel model) {
        Connectome drawn = draw(model);
        for (Block block : Block.values()) {
            then(count(in(drawn, block), Synapse::weight)).isEqualTo(count(in(CIRCUIT, block), Synapse::weight));
            then(count(in(drawn, block), Synapse::post)).isNotEqualTo(count(in(CIRCUIT, block), Synapse::post));
        }
        then(neuronsWithBothSigns(drawn)).isGreaterThan(20);
    }

    @Test
    void statisticsMatched_weightsOfEachSign_stay() {
        then(count(in(draw(NullModel.STATISTICS_MATCHED), Block.CHEMICAL), s -> sign(s) + " " + s.weight()))
                .isEqualTo(count(in(CIRCUIT, Block.CHEMICAL), s -> sign(s) + " " + s.weight()));
    }

    @Test
    void densityRandom_signs_areTossed() {
        List<Synapse> drawn = in(draw(NullModel.DENSITY_RANDOM), Block.CHEMICAL);
        long excitatory = drawn.stream()
                .filter(synapse -> sign(synapse) == Sign.EXCITATORY)
                .count();
        // Half of 611 with a standard deviation of 12; in the circuit itself nine in ten excite.
        then(excitatory).isBetween(260L, 350L);
    }

    @Test
    void dense_everyPair_isJoinedWithTheSameWeight() {
        List<Synapse> before = in(CIRCUIT, Block.CHEMICAL);
        List<Synapse> drawn = in(draw(NullModel.DENSE), Block.CHEMICAL);
        then(drawn).hasSize(85 * 84);
        then(count(drawn, Synapse::weight)).hasSize(1);
        then(drawn.stream().mapToDouble(Synapse::weight).sum())
                .isCloseTo(before.stream().mapToDouble(Synapse::weight).sum(), within(1e-9));
        then((double) inhibitory(drawn) / drawn.size())
                .isCloseTo((double) inhibitory(before) / before.size(), within(1.0 / drawn.size()));
        then(in(draw(NullModel.DENSE), Block.ELECTRICAL)).isEqualTo(in(CIRCUIT, Block.ELECTRICAL));
    }

    private static long inhibitory(List<Synapse> synapses) {
        return synapses.stream()
                .filter(synapse -> sign(synapse) == Sign.INHIBITORY)
                .count();
    }

    @Test
    void apply_circuitWithoutConnections_staysEmpty() {
        Connectome empty = new Connectome("empty", List.of(Neuron.named("A")), List.of(), List.of(), Provenance.NONE);
        for (NullModel model : NullModel.values()) {
            then(model.apply(empty, new SplittableRandom(1)).synapses()).isEmpty();
        }
    }

    @Test
    void rescaled_anyDraw_hasTheRadiusOfTheOriginalAndItsTopology() {
        Connectome drawn = draw(NullModel.STATISTICS_MATCHED);
        double radius = SpectralRadius.of(WeightMatrix.of(CIRCUIT, SignReading.DEFAULT));
        then(SpectralRadius.of(WeightMatrix.of(drawn, SignReading.DEFAULT))).isNotCloseTo(radius, within(1.0));
        Connectome matched = RadiusMatch.rescaled(drawn, CIRCUIT, SignReading.DEFAULT);
        then(SpectralRadius.of(WeightMatrix.of(matched, SignReading.DEFAULT))).isCloseTo(radius, within(1e-8));
        then(matched.synapses())
                .extracting(NullModelTest::ends)
                .isEqualTo(drawn.synapses().stream().map(NullModelTest::ends).toList());
        then(matched.electrical()).isEqualTo(drawn.electrical());
    }

    @Test
    void rescaled_circuitWithoutLoops_isRefused() {
        Connectome chain = CIRCUIT.withSynapses(List.of(new Synapse(
                "AVBL",
                "DB01",
                SynapseKind.CHEMICAL,
                1,
                CIRCUIT.chemical().get(0).signs())));
        thenThrownBy(() -> RadiusMatch.rescaled(chain, CIRCUIT, SignReading.DEFAULT))
                .hasMessageContaining("cannot be scaled");
    }
}
