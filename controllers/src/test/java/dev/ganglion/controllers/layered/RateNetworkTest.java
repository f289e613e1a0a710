package dev.ganglion.controllers.layered;

import static dev.ganglion.controllers.GoldenNumbers.doubles;
import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.matrix;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.NumericGradient;
import dev.ganglion.controllers.NumericGradient.Values;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of rate neurons against the same written down plainly, and their gradients against finite differences. */
class RateNetworkTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final int STEPS = 5;

    private static Controller controller(String options) {
        return LayeredSpecs.bind("plastic:hidden=4x3,initial-range=0.6,step-size=0.5," + options, INPUTS, OUTPUTS);
    }

    /** Parameters that are large enough for everything to count. */
    private static RawParameters strong(Controller controller) {
        TreeMap<String, float[]> blocks = new TreeMap<>();
        int salt = 1;
        for (var block : controller.parameters()) {
            blocks.put(block.name(), floats(matrix(block.size(), 1, salt++)));
        }
        return new RawParameters(blocks);
    }

    private static float[][] sequence() {
        float[][] sequence = new float[STEPS][];
        for (int time = 0; time < STEPS; time++) {
            sequence[time] = floats(matrix(1, INPUTS, 0.9 * time + 0.4));
            for (int i = 0; i < INPUTS; i++) {
                sequence[time][i] *= 2;
            }
        }
        return sequence;
    }

    private static RateNetworkReference reference(Controller controller, String options, Values values) {
        List<double[][]> initial = new ArrayList<>();
        float[] state = controller.initialState(RandomStreams.named(0, "state"));
        List<PlasticWeights> plastic = controller.plasticWeights();
        for (int layer = 0; layer < plastic.size(); layer++) {
            PlasticWeights weights = plastic.get(layer);
            double[] flat = options.contains("initial=trained")
                    ? values.block("layer-" + layer + "/weights")
                    : doubles(weights.in(state));
            initial.add(rows(flat, weights.rows(), weights.columns()));
        }
        String rule = options.replaceAll(".*rule=([a-z-]+).*", "$1");
        LayerReference.Settings settings = new LayerReference.Settings(
                rule,
                !options.contains("coefficients=shared"),
                0.5,
                options.contains("clamp=0.3") ? 0.3 : 0,
                options.contains("normalise=layer"),
                0.02);
        return new RateNetworkReference(settings, initial, options.contains("biases=on"), values);
    }

    private static double[][] rows(double[] flat, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < flat.length; i++) {
            matrix[i / columns][i % columns] = flat[i];
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule=hebb",
                "rule=oja",
                "rule=oja,initial=trained",
                "rule=ad-lr,coefficients=shared",
                "rule=abcd-lr",
                "rule=abcd-lr,normalise=layer",
                "rule=abcd-lr,initial=trained,normalise=layer,clamp=0.3,biases=on",
                "rule=abcd-lr,clamp=0.3",
                "rule=stdp",
                "rule=neuromodulated",
                "rule=neuromodulated,normalise=layer",
                "rule=neuromodulated,initial=trained",
                "rule=three-factor",
                "rule=three-factor,initial=trained,coefficients=shared"
            })
    void translate_fiveSteps_agreesWithTheReference(String options) {
        Controller controller = controller(options);
        RawParameters parameters = strong(controller);
        Values values = Values.of(parameters);
        RateNetworkReference reference = reference(controller, options, values);
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, STEPS)) {
            SequenceHarness.Outcome outcome = harness.run(sequence(), parameters);

            for (int time = 0; time < STEPS; time++) {
                double[] output = reference.step(doubles(sequence()[time]));
                then(doubles(outcome.outputs().get(time)))
                        .as("output at %s", time)
                        .containsExactly(output, within(1e-5));
            }
            thenWeightsAgree(controller, values, reference, outcome.states().get(STEPS - 1));
        }
    }

    private static void thenWeightsAgree(
            Controller controller, Values values, RateNetworkReference reference, float[] state) {
        for (int layer = 0; layer < 3; layer++) {
            PlasticWeights weights = controller.plasticWeights().get(layer);
            double[] held = doubles(weights.in(state));
            for (int i = 0; i < held.length; i++) {
                double begun = weights.meaning() == PlasticWeights.Meaning.CHANGE
                        ? values.block("layer-" + layer + "/weights")[i]
                        : 0;
                then(begun + held[i])
                        .as("weight %s of layer %s", i, layer)
                        .isCloseTo(
                                reference.weights(layer)[i / weights.columns()][i % weights.columns()], within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule=hebb",
                "rule=oja,initial=trained",
                "rule=abcd-lr,coefficients=shared,biases=on",
                "rule=abcd-lr,initial=trained,normalise=layer",
                "rule=stdp",
                "rule=neuromodulated",
                "rule=three-factor,initial=trained"
            })
    void gradients_throughFiveSteps_agreeWithFiniteDifferences(String options) {
        Controller controller = controller(options);
        RawParameters parameters = strong(controller);
        float[][] directions = {{1, -1}, {0.5f, 0.2f}, {-0.3f, 0.8f}, {0, 1}, {1, 0.6f}};
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, STEPS)) {
            RawParameters gradients = harness.gradients(sequence(), directions, parameters);

            NumericGradient.thenAgrees(
                    gradients, parameters, values -> loss(controller, options, values, directions), 1e-4);
        }
    }

    private static double loss(Controller controller, String options, Values values, float[][] directions) {
        RateNetworkReference reference = reference(controller, options, values);
        double loss = 0;
        for (int time = 0; time < STEPS; time++) {
            double[] output = reference.step(doubles(sequence()[time]));
            for (int i = 0; i < OUTPUTS; i++) {
                loss += directions[time][i] * output[i];
            }
        }
        return loss;
    }
}
