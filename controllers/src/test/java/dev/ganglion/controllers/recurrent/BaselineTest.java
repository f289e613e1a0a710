package dev.ganglion.controllers.recurrent;

import static dev.ganglion.controllers.GoldenNumbers.doubles;
import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.matrix;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.NumericGradient;
import dev.ganglion.controllers.NumericGradient.Values;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.PlainSpecs;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import java.util.Arrays;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final int INPUTS = 3;
    private static final int UNITS = 4;
    private static final int STEPS = 5;
    private static final Offset<Double> FLOAT = within(1e-5);

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "lstm", "fast-weights", "modplast"})
    void translate_fiveSteps_agreesWithTheReference(String name) {
        Controller controller = controller(name);
        RawParameters parameters = strong(controller);
        Values values = Values.of(parameters);
        BaselineReferences.Reference reference = BaselineReferences.of(name, UNITS, values);
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, STEPS)) {
            SequenceHarness.Outcome outcome = harness.run(sequence(1), parameters);

            for (int time = 0; time < STEPS; time++) {
                double[] hidden = reference.step(doubles(sequence(1)[time]));
                then(doubles(outcome.outputs().get(time))).containsExactly(readout(hidden, values), FLOAT);
                then(Arrays.copyOf(doubles(outcome.states().get(time)), UNITS)).containsExactly(hidden, FLOAT);
                then(outcome.measure("energy")[time]).isCloseTo(reference.energy(), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "lstm", "fast-weights", "modplast"})
    void translate_readoutWithHiddenLayers_agreesWithTheReference(String name) {
        int width = 3;
        Controller controller = Controllers.parse(name + ":hidden=" + UNITS + ",readout=" + width + ",activation=relu")
                .bind(PlainSpecs.choice(INPUTS, 2));
        RawParameters parameters = strong(controller);
        Values values = Values.of(parameters);
        BaselineReferences.Reference reference = BaselineReferences.of(name, UNITS, values);
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, STEPS)) {
            SequenceHarness.Outcome outcome = harness.run(sequence(1), parameters);

            for (int time = 0; time < STEPS; time++) {
                double[] hidden = layer(reference.step(doubles(sequence(1)[time])), values, 0);
                double[] rectified =
                        Arrays.stream(hidden).map(sum -> Math.max(0, sum)).toArray();
                then(rectified).hasSize(width);
                then(doubles(outcome.outputs().get(time))).containsExactly(layer(rectified, values, 1), FLOAT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "lstm", "fast-weights", "modplast"})
    void gradients_throughFiveSteps_agreeWithFiniteDifferences(String name) {
        Controller controller = controller(name);
        RawParameters parameters = strong(controller);
        float[][] directions = {{1, -1}, {0.5f, 0.2f}, {-0.3f, 0.8f}, {0, 1}, {1, 0.6f}};
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, STEPS)) {
            RawParameters gradients = harness.gradients(sequence(1), directions, parameters);

            NumericGradient.thenAgrees(gradients, parameters, values -> loss(name, values, directions), 1e-4);
        }
    }

    private static double loss(String name, Values values, float[][] directions) {
        BaselineReferences.Reference reference = BaselineReferences.of(name, UNITS, values);
        double loss = 0;
        for (int time = 0; time < STEPS; time++) {
            double[] output = readout(reference.step(doubles(sequence(1)[time])), values);
            loss += output[0] * directions[time][0] + output[1] * directions[time][1];
        }
        return loss;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "lstm", "fast-weights", "modplast"})
    void translate_populationAndBatch_areTheCandidatesOneByOne(String name) {
        Controller controller = controller(name);
        RawParameters one = strong(controller);
        RawParameters two = RawParameters.initial(controller, 2);
        RawParameters stacked = new RawParameters(new TreeMap<>(one.byBlock()));
        stacked.byBlock().replaceAll((block, values) -> concat(values, two.block(block)));
        float[][] both = new float[STEPS][];
        for (int time = 0; time < STEPS; time++) {
            both[time] = concat(sequence(1)[time], sequence(2)[time]);
        }
        try (SequenceHarness single = new SequenceHarness(controller, INPUTS, STEPS);
                SequenceHarness population = new SequenceHarness(controller, INPUTS, STEPS, 2)) {
            SequenceHarness.Outcome together = population.run(both, stacked);

            float[] apart = concat(
                    single.run(sequence(1), one).outputs().get(STEPS - 1),
                    single.run(sequence(2), two).outputs().get(STEPS - 1));
            then(doubles(together.outputs().get(STEPS - 1))).containsExactly(doubles(apart), within(1e-6));
        }
    }

    // Counts of the settings compared with in Rodriguez, Guo and Moraitis (2022): 37 inputs and outputs for associative
    // retrieval, 17 inputs, 4 logits and a value for the maze. LSTM there has two biases a gate in the maze, we have
    // one.
    @ParameterizedTest
    @CsvSource({
        "37, 37, rnn:hidden=20, 1937",
        "37, 37, lstm:hidden=9, 2062",
        "37, 37, fast-weights:hidden=20, 1977",
        "17, 5, rnn:hidden=100, 12305",
        "17, 5, modplast:hidden=73, 12416",
        "37, 37, rnn:match=1950, 1937",
        // By hand: 3·(37+11)·11 + 3·11 weights and biases of the gates, 11·37 + 37 of the readout.
        "37, 37, gru:hidden=11, 2061",
        // By hand: the same gates, 11·8 + 8 + 8·37 + 37 of the readout.
        "37, 37, 'gru:hidden=11,readout=8', 2046",
        // By hand: 37·26 + 26 in, 26·37 + 37 out.
        "37, 37, 'mlp:hidden=9,match=2000', 1987",
    })
    void parameters_ofPublishedSettings_areAsManyAsCounted(int inputs, int outputs, String name, int expected) {
        then(ParameterCount.of(Controllers.parse(name).bind(PlainSpecs.choice(inputs, outputs))))
                .isEqualTo(expected);
    }

    private static Controller controller(String name) {
        return Controllers.parse(name + ":hidden=" + UNITS).bind(PlainSpecs.choice(INPUTS, 2));
    }

    /** Parameters large enough for the plastic parts and the saturation of units to matter. */
    private static RawParameters strong(Controller controller) {
        RawParameters parameters = RawParameters.initial(controller, 1);
        parameters.byBlock().forEach((name, values) -> {
            double[] added = matrix(values.length, 1, name.length());
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) added[i];
            }
        });
        return parameters;
    }

    private static float[][] sequence(int variant) {
        float[][] sequence = new float[STEPS][];
        for (int time = 0; time < STEPS; time++) {
            sequence[time] = floats(matrix(1, INPUTS, time * variant + variant));
        }
        return sequence;
    }

    private static double[] readout(double[] hidden, Values values) {
        return layer(hidden, values, 0);
    }

    /** A layer of the readout, before its units' activation. */
    private static double[] layer(double[] inputs, Values values, int layer) {
        double[] output = values.block("readout/layer-" + layer + "/biases").clone();
        double[] weights = values.block("readout/layer-" + layer + "/weights");
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < output.length; j++) {
                output[j] += inputs[i] * weights[output.length * i + j];
            }
        }
        return output;
    }

    private static float[] concat(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
