package dev.ganglion.controllers.layered;

import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.matrix;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.plasticity.Factor;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The synapses onto one layer of two units behind three. */
class ProjectionTest {
    private static final float[] PRE = {0.2f, -0.4f, 0.6f};
    private static final float[] POST = {0.5f, -0.1f};

    private static Projection projection(String rule, boolean isNormalised) {
        return new Projection(
                0,
                3,
                2,
                new SynapseDesign(
                        Optional.of(PlasticityRules.named(rule)),
                        true,
                        SynapseDesign.Initial.RANDOM,
                        0.1,
                        1,
                        0,
                        isNormalised,
                        false));
    }

    private static float[] weights() {
        float[] weights = floats(matrix(2, 3, 6));
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= 0.2f;
        }
        return weights;
    }

    private static RawParameters coefficients(Map<String, Integer> salts, Projection projection) {
        Map<String, float[]> blocks = new LinkedHashMap<>();
        projection
                .parameters()
                .forEach(block -> blocks.put(
                        block.name(),
                        floats(matrix(
                                2,
                                3,
                                Objects.requireNonNull(salts.get(
                                        block.name().substring(block.name().lastIndexOf('/') + 1)))))));
        return new RawParameters(blocks);
    }

    /** Weights after some steps with the same activities. */
    private static float[] learn(Projection projection, RawParameters values, float[] pre, float[] post, int steps) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            ProjectionGraph synapses = new ProjectionGraph(
                    tf,
                    projection,
                    0.02,
                    block -> tf.reshape(tf.constant(values.block(block)), tf.constant(Shape.of(2, 3))));
            List<Operand<TFloat32>> memory = memory(tf, projection);
            for (int step = 0; step < steps; step++) {
                memory = synapses.learn(
                        memory,
                        tf.constant(new float[][] {pre}),
                        tf.constant(new float[][] {post}),
                        projection.design().readsThirdFactor() ? tf.constant(new float[][] {{0.7f}}) : null);
            }
            try (Session session = new Session(graph);
                    Result result = session.runner().fetch(memory.get(0)).run()) {
                float[] flat = new float[6];
                ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(flat);
                return flat;
            }
        }
    }

    private static List<Operand<TFloat32>> memory(Ops tf, Projection projection) {
        List<Operand<TFloat32>> memory = new ArrayList<>();
        for (StateLayout.Part part : projection.state()) {
            boolean areWeights = part.name().endsWith("/weights") || part.name().endsWith("/initial");
            long[] shape = Stream.concat(Stream.of(1), part.shape().stream())
                    .mapToLong(Integer::longValue)
                    .toArray();
            int size = part.shape().stream().reduce(1, Math::multiplyExact);
            memory.add(tf.reshape(tf.constant(areWeights ? weights() : new float[size]), tf.constant(Shape.of(shape))));
        }
        return memory;
    }

    // The golden numbers were computed in double precision with NumPy from the published equations.
    @Test
    void learn_goldenVectorOfAbcd_isNormalisedAsPublished() {
        Map<String, Integer> salts = Map.of("a", 1, "b", 2, "c", 3, "d", 4, "rate", 5);
        Projection plain = projection("abcd-lr", false);
        float[] change = learn(plain, coefficients(salts, plain), PRE, POST, 1);
        for (int i = 0; i < 6; i++) {
            change[i] -= weights()[i];
        }
        then(change)
                .containsExactly(
                        floats(0.1007436032, 0.2249724241, -0.0349429444, 0.12571759, 0.1869507808, 0.005456933),
                        within(1e-6f));

        Projection normalised = projection("abcd-lr", true);
        then(learn(normalised, coefficients(salts, normalised), PRE, POST, 1))
                .containsExactly(
                        floats(0.2742513448, 1, 0.2069178025, 0.6288369749, 0.6018845526, -0.2912923477),
                        within(1e-6f));
    }

    @Test
    void learn_goldenVectorOfOja_changesAsPublished() {
        Projection oja = projection("oja", false);
        float[] change = learn(oja, coefficients(Map.of("rate", 5), oja), PRE, POST, 1);
        for (int i = 0; i < 6; i++) {
            change[i] -= weights()[i];
        }

        then(change)
                .containsExactly(
                        floats(-0.0512954425, 0.0578553667, 0.0161730843, -0.0100974489, 0.0133494691, -0.0007330079),
                        within(1e-6f));
    }

    static Stream<String> localRules() {
        return PlasticityRules.all().stream()
                .filter(rule -> !rule.reads().contains(Factor.THIRD))
                .map(PlasticityRule::name);
    }

    @ParameterizedTest
    @MethodSource("localRules")
    void learn_localRule_looksAtNoOtherSynapse(String rule) {
        Projection projection = projection(rule, false);
        RawParameters values = RawParameters.initial(projection.parameters(), 3);

        float[] usual = learn(projection, values, PRE, POST, 3);
        float[] elsewhere = learn(projection, values, new float[] {0.2f, 0.9f, 0.6f}, new float[] {0.5f, 0.8f}, 3);

        // Of the first unit behind, the synapses from the first and the third unit.
        then(elsewhere[0]).isEqualTo(usual[0]);
        then(elsewhere[2]).isEqualTo(usual[2]);
        then(elsewhere[1]).isNotEqualTo(usual[1]);
        then(elsewhere[3]).isNotEqualTo(usual[3]);
    }

    @Test
    void learn_normalised_isNotLocal() {
        Projection projection = projection("abcd-lr", true);
        RawParameters values = RawParameters.initial(projection.parameters(), 3);

        float[] usual = learn(projection, values, PRE, POST, 1);
        float[] elsewhere = learn(projection, values, PRE, new float[] {0.5f, 9}, 1);

        then(elsewhere[0]).isNotEqualTo(usual[0]);
    }

    @Test
    void learn_normalisedWithoutChange_hasALargestWeightOfOne() {
        Projection projection = projection("hebb", true);
        RawParameters still = new RawParameters(Map.of("layer-0/rule/rate", new float[6]));

        float[] after = learn(projection, still, PRE, POST, 2);

        float largest = 0;
        for (float weight : weights()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        for (int i = 0; i < after.length; i++) {
            then(after[i]).isCloseTo(weights()[i] / largest, within(1e-6f));
        }
    }
}
