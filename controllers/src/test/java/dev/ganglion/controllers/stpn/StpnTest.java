package dev.ganglion.controllers.stpn;

import static dev.ganglion.controllers.GoldenNumbers.doubles;
import static dev.ganglion.controllers.GoldenNumbers.floats;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.NumericGradient;
import dev.ganglion.controllers.PlainSpecs;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.controllers.recurrent.RecurrentController;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StpnTest {
    private static final Offset<Double> FLOAT = within(1e-5);

    static Stream<StpnGolden> settings() {
        return Stream.of(
                new StpnGolden(Normalisation.PRE, true, 0),
                new StpnGolden(Normalisation.NONE, true, 0),
                new StpnGolden(Normalisation.POST, true, 1),
                new StpnGolden(Normalisation.PRE, false, 0),
                new StpnGolden(Normalisation.NONE, false, 0.1));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void translate_fourSteps_agreesWithTheReference(StpnGolden golden) {
        StpnReference reference = golden.reference();
        try (SequenceHarness harness = harness(golden)) {
            SequenceHarness.Outcome outcome = harness.run(sequence(golden), golden.parameters());

            for (int time = 0; time < StpnGolden.STEPS; time++) {
                double[] expected = reference.step(golden.inputs()[time]);
                then(doubles(outcome.outputs().get(time))).containsExactly(expected, FLOAT);
                then(doubles(outcome.states().get(time))).containsExactly(state(golden, reference, expected), FLOAT);
                then(outcome.measure("energy")[time]).isCloseTo(reference.energy(), FLOAT);
            }
        }
    }

    private static double[] state(StpnGolden golden, StpnReference reference, double[] hidden) {
        double[] fast =
                Arrays.stream(reference.fast()).flatMapToDouble(Arrays::stream).toArray();
        return golden.recurrent()
                ? Stream.of(hidden, fast).flatMapToDouble(Arrays::stream).toArray()
                : fast;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void gradients_throughFourSteps_agreeWithFiniteDifferences(StpnGolden golden) {
        float[][] directions = {{0.5f, -1}, {0.3f, 0.2f}, {-0.7f, 0.9f}, {1, 1}};
        try (SequenceHarness harness = harness(golden)) {
            RawParameters gradients = harness.gradients(sequence(golden), directions, golden.parameters());

            NumericGradient.thenAgrees(
                    gradients, golden.parameters(), values -> loss(golden, values, directions), 2e-5);
        }
    }

    private static double loss(StpnGolden golden, NumericGradient.Values values, float[][] directions) {
        StpnReference reference = new StpnReference(
                golden.normalisation(),
                golden.recurrent(),
                golden.clamp(),
                rows(values.block(StpnCell.WEIGHTS)),
                rows(values.block(StpnCell.RETENTION)),
                rows(values.block(StpnCell.PLASTICITY)),
                values.block(StpnCell.BIASES));
        double[] readout = values.block("readout/layer-0/weights");
        double[] offsets = values.block("readout/layer-0/biases");
        double loss = 0;
        for (int time = 0; time < directions.length; time++) {
            double[] hidden = reference.step(golden.inputs()[time]);
            for (int output = 0; output < 2; output++) {
                double value = offsets[output] + hidden[0] * readout[output] + hidden[1] * readout[2 + output];
                loss += directions[time][output] * value;
            }
        }
        return loss;
    }

    private static double[][] rows(double[] flat) {
        int columns = flat.length / StpnGolden.UNITS;
        return new double[][] {Arrays.copyOf(flat, columns), Arrays.copyOfRange(flat, columns, flat.length)};
    }

    @Test
    void translate_withoutPlasticity_isARowNormalisedRecurrentNetwork() {
        StpnGolden golden = new StpnGolden(Normalisation.PRE, true, 0);
        RawParameters parameters = golden.parameters();
        Arrays.fill(parameters.block(StpnCell.PLASTICITY), 0);
        double[][] weights = golden.weights();
        double[] hidden = new double[StpnGolden.UNITS];
        try (SequenceHarness harness = harness(golden)) {
            SequenceHarness.Outcome outcome = harness.run(sequence(golden), parameters);

            for (int time = 0; time < StpnGolden.STEPS; time++) {
                hidden = normalisedStep(weights, golden.biases(), golden.inputs()[time], hidden);
                then(doubles(outcome.outputs().get(time))).containsExactly(hidden, FLOAT);
                then(Arrays.copyOfRange(outcome.states().get(time), 2, 12)).containsOnly(0);
            }
        }
    }

    private static double[] normalisedStep(double[][] weights, double[] biases, double[] input, double[] hidden) {
        double[] presynaptic = {input[0], input[1], input[2], hidden[0], hidden[1]};
        double[] next = new double[hidden.length];
        for (int unit = 0; unit < next.length; unit++) {
            double drive = 0;
            double squares = 0;
            for (int j = 0; j < presynaptic.length; j++) {
                drive += weights[unit][j] * presynaptic[j];
                squares += weights[unit][j] * weights[unit][j];
            }
            next[unit] = Math.tanh(drive / Math.sqrt(squares) + biases[unit]);
        }
        return next;
    }

    @Test
    void translate_rowOfWeightsScaled_leavesTheFirstActivityAlone() {
        StpnGolden golden = new StpnGolden(Normalisation.PRE, true, 0);
        RawParameters scaled = golden.parameters();
        for (int j = 0; j < 5; j++) {
            scaled.block(StpnCell.WEIGHTS)[j] *= 7;
        }
        try (SequenceHarness harness = harness(golden)) {
            double[] plain = doubles(
                    harness.run(sequence(golden), golden.parameters()).outputs().get(0));
            double[] after =
                    doubles(harness.run(sequence(golden), scaled).outputs().get(0));

            then(after).containsExactly(plain, within(1e-6));
        }
    }

    @Test
    void translate_strongPlasticityClamped_staysWithinTheClamp() {
        StpnGolden golden = new StpnGolden(Normalisation.NONE, true, 0.05);
        RawParameters strong = golden.parameters();
        Arrays.fill(strong.block(StpnCell.PLASTICITY), 5);
        try (SequenceHarness harness = harness(golden)) {
            for (float[] state : harness.run(sequence(golden), strong).states()) {
                for (int i = 2; i < state.length; i++) {
                    then(Math.abs(state[i])).isLessThanOrEqualTo(0.05f);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void translate_inputAlongAUnitsRow_drivesItByExactlyOne(int unit) {
        StpnGolden golden = new StpnGolden(Normalisation.PRE, false, 0);
        float[][] sequence = sequence(golden);
        try (SequenceHarness harness = harness(golden)) {
            float[] fast = harness.run(sequence, golden.parameters()).states().get(2);
            double[] row = new double[3];
            double squares = 0;
            for (int j = 0; j < row.length; j++) {
                row[j] = golden.weights()[unit][j] + fast[unit * row.length + j];
                squares += row[j] * row[j];
            }
            double length = Math.sqrt(squares);
            sequence[3] = floats(Arrays.stream(row).map(value -> value / length).toArray());

            float[] activity =
                    harness.run(sequence, golden.parameters()).outputs().get(3);

            // The row that acts has length one, so its product with its own direction is one.
            then((double) activity[unit]).isCloseTo(Math.tanh(1 + golden.biases()[unit]), within(1e-6));
        }
    }

    @Test
    void translate_batch_isTheSamplesOneByOne() {
        StpnGolden golden = new StpnGolden(Normalisation.PRE, true, 0);
        float[][] first = sequence(golden);
        float[][] second = Arrays.stream(first)
                .map(row -> floats(row[2] + 0.4, -row[0], 0.1))
                .toArray(float[][]::new);
        float[][] both = new float[first.length][];
        for (int time = 0; time < both.length; time++) {
            both[time] = concat(first[time], second[time]);
        }
        try (SequenceHarness harness = harness(golden)) {
            SequenceHarness.Outcome together = harness.run(both, golden.parameters());
            SequenceHarness.Outcome alone = harness.run(second, golden.parameters());

            int state = alone.states().get(3).length;
            then(doubles(Arrays.copyOfRange(together.states().get(3), state, 2 * state)))
                    .containsExactly(doubles(alone.states().get(3)), within(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'feedforward'", "'plastic=input,rates=shared'", "'plastic=hidden,normalisation=post'"})
    void translate_population_isTheCandidatesOneByOne(String options) {
        Controller controller = Controllers.parse("stpn:" + options + (options.isEmpty() ? "" : ",") + "hidden=2")
                .bind(PlainSpecs.choice(3, 2));
        RawParameters one = RawParameters.initial(controller, 1);
        RawParameters two = RawParameters.initial(controller, 2);
        RawParameters stacked = new RawParameters(new java.util.TreeMap<>(one.byBlock()));
        stacked.byBlock().replaceAll((name, values) -> concat(values, two.block(name)));
        float[][] first = sequence(new StpnGolden(Normalisation.PRE, true, 0));
        float[][] both = Arrays.stream(first).map(row -> concat(row, row)).toArray(float[][]::new);
        try (SequenceHarness single = new SequenceHarness(controller, 3, 4);
                SequenceHarness population = new SequenceHarness(controller, 3, 4, 2)) {
            float[] together = population.run(both, stacked).states().get(3);

            float[] apart = concat(
                    single.run(first, one).states().get(3),
                    single.run(first, two).states().get(3));
            then(doubles(together)).containsExactly(doubles(apart), within(1e-7));
        }
    }

    @Test
    void translate_inputsOnlyPlastic_isFullPlasticityWithStillHiddenSynapses() {
        StpnGolden golden = new StpnGolden(Normalisation.PRE, true, 0);
        RawParameters full = golden.parameters();
        RawParameters part = new RawParameters(new java.util.TreeMap<>(full.byBlock()));
        for (String block : new String[] {StpnCell.WEIGHTS, StpnCell.RETENTION, StpnCell.PLASTICITY}) {
            float[] values = full.block(block);
            part.byBlock().put(block, concat(Arrays.copyOfRange(values, 0, 3), Arrays.copyOfRange(values, 5, 8)));
        }
        float[] weights = full.block(StpnCell.WEIGHTS);
        part.byBlock().put(StpnCell.STATIC_WEIGHTS, new float[] {weights[3], weights[8], weights[4], weights[9]});
        for (int i : new int[] {3, 4, 8, 9}) {
            full.block(StpnCell.PLASTICITY)[i] = 0;
        }
        StpnDesign inputOnly = new StpnDesign(3, 2, true, Normalisation.PRE, 0, true, PlasticPart.INPUT);
        try (SequenceHarness whole = harness(golden);
                SequenceHarness inputs =
                        new SequenceHarness(RecurrentController.of("test", new StpnCell(inputOnly), 2), 3, 4)) {
            SequenceHarness.Outcome expected = whole.run(sequence(golden), full);
            SequenceHarness.Outcome actual = inputs.run(sequence(golden), part);

            then(doubles(actual.outputs().get(3)))
                    .containsExactly(doubles(expected.outputs().get(3)), within(1e-6));
            then(actual.measure("energy")[3]).isCloseTo(expected.measure("energy")[3], within(1e-6));
        }
    }

    private static SequenceHarness harness(StpnGolden golden) {
        Controller controller = RecurrentController.of("test", new StpnCell(golden.design()), StpnGolden.UNITS);
        return new SequenceHarness(controller, StpnGolden.INPUTS, StpnGolden.STEPS);
    }

    private static float[][] sequence(StpnGolden golden) {
        return Arrays.stream(golden.inputs()).map(row -> floats(row)).toArray(float[][]::new);
    }

    private static float[] concat(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
