package dev.ganglion.controllers.circuitnet;

import static dev.ganglion.controllers.GoldenNumbers.doubles;
import static dev.ganglion.controllers.circuitnet.SmallNets.INPUTS;
import static dev.ganglion.controllers.circuitnet.SmallNets.net;
import static dev.ganglion.controllers.circuitnet.SmallNets.readout;
import static dev.ganglion.controllers.circuitnet.SmallNets.sequence;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.NumericGradient;
import dev.ganglion.controllers.NumericGradient.Values;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.controllers.recurrent.RecurrentController;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitNetTest {
    private static final Offset<Double> FLOAT = within(1e-5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operators=full",
                "operators=core,rank=2,state=carry",
                "operators=attention,graph=complete,iterations=3",
                "operators=linear+attention,graph=none,activation=tanh",
                "operators=core,layer-norm=off,graph=small-world,degree=2",
                "operators=product+attention,graph=regular,degree=3,state=carry"
            })
    void translate_threeSteps_agreesWithTheReference(String options) {
        RecurrentController controller = net(options);
        RawParameters parameters = RawParameters.initial(controller, 7);
        CircuitNetDesign design = SmallNets.design(controller);
        CircuitNetReference reference = new CircuitNetReference(design, Values.of(parameters));
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, 3)) {
            SequenceHarness.Outcome outcome = harness.run(sequence(), parameters);

            for (int time = 0; time < 3; time++) {
                double[] output = readout(reference.step(doubles(sequence()[time])), Values.of(parameters));
                then(doubles(outcome.outputs().get(time))).containsExactly(output, FLOAT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operators=full,state=carry",
                "operators=core,rank=2",
                "operators=core,layer-norm=off,graph=complete"
            })
    void gradients_throughThreeSteps_agreeWithFiniteDifferences(String options) {
        RecurrentController controller = net(options);
        RawParameters parameters = RawParameters.initial(controller, 8);
        CircuitNetDesign design = SmallNets.design(controller);
        float[][] directions = {{1, -1}, {0.5f, 0.2f}, {-0.3f, 0.8f}};
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, 3)) {
            NumericGradient.thenAgrees(
                    harness.gradients(sequence(), directions, parameters),
                    parameters,
                    values -> {
                        CircuitNetReference reference = new CircuitNetReference(design, values);
                        double loss = 0;
                        for (int time = 0; time < 3; time++) {
                            double[] output = readout(reference.step(doubles(sequence()[time])), values);
                            loss += output[0] * directions[time][0] + output[1] * directions[time][1];
                        }
                        return loss;
                    },
                    5e-4);
        }
    }

    @Test
    void translate_productMadeSymmetric_isTheSame() {
        RecurrentController controller = net("operators=full");
        RawParameters parameters = RawParameters.initial(controller, 9);
        RawParameters symmetric = new RawParameters(new TreeMap<>(parameters.byBlock()));
        int n = 4;
        float[] product = parameters.block(MotifUnits.PRODUCT);
        float[] mean = product.clone();
        for (int index = 0; index < product.length; index++) {
            int target = index % n;
            int k = index / n % n;
            int j = index / (n * n) % n;
            int unit = index / (n * n * n);
            mean[index] = (product[index] + product[((unit * n + k) * n + j) * n + target]) / 2;
        }
        symmetric.byBlock().put(MotifUnits.PRODUCT, mean);
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, 3)) {
            then(doubles(harness.run(sequence(), symmetric).outputs().get(2)))
                    .containsExactly(
                            doubles(harness.run(sequence(), parameters)
                                    .outputs()
                                    .get(2)),
                            within(1e-6));
        }
    }

    @Test
    void translate_withoutProductsAndPorts_isOneLinearClipSinLayer() {
        RecurrentController controller = net("operators=full,layer-norm=off,graph=none,iterations=1");
        RecurrentController linear = net("operators=linear,layer-norm=off,graph=none,iterations=1");
        RawParameters parameters = RawParameters.initial(controller, 10);
        Arrays.fill(parameters.block(MotifUnits.PRODUCT), 0);
        Arrays.fill(parameters.block(MotifUnits.VALUE), 0);
        try (SequenceHarness full = new SequenceHarness(controller, INPUTS, 3);
                SequenceHarness plain = new SequenceHarness(linear, INPUTS, 3)) {
            then(doubles(full.run(sequence(), parameters).outputs().get(2)))
                    .containsExactly(
                            doubles(plain.run(sequence(), parameters).outputs().get(2)), within(1e-6));
        }
    }

    @Test
    void gradients_oneIteration_reachOtherUnitsThroughInputPortsOnly() {
        // One iteration of two units that hear each other; only unit 0 is read out, neuron by neuron.
        RecurrentController controller =
                net("operators=full,units=2,neurons=4,ports=2,iterations=1,graph=complete,layer-norm=off");
        RawParameters parameters = RawParameters.initial(controller, 11);
        for (int neuron = 0; neuron < 4; neuron++) {
            float[] readout = parameters.block("readout/layer-0/weights");
            Arrays.fill(readout, 0);
            readout[2 * neuron] = 1;
            try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, 1)) {
                float[] encoder = harness.gradients(new float[][] {sequence()[0]}, new float[][] {{1, 0}}, parameters)
                        .block("encoder/layer-0/biases");

                boolean isInputPort = neuron < 2;
                // Unit 1's output ports are its neurons 2 and 3, at 6 and 7; its neurons 0 and 1 are heard by nobody.
                then(encoder[4]).isZero();
                then(encoder[5]).isZero();
                then(encoder[6] != 0).isEqualTo(isInputPort);
                then(encoder[7] != 0).isEqualTo(isInputPort);
            }
        }
    }

    @Test
    void translate_unitsRelabelledWithTheirGraph_givesTheSame() {
        RecurrentController controller = net("operators=full,units=5,graph=ring,radius=1");
        RawParameters parameters = RawParameters.initial(controller, 12);
        Map<String, float[]> turned = new LinkedHashMap<>();
        // Turning the ring by one unit leaves the graph as it is, so only the parameters move.
        parameters.byBlock().forEach((name, values) -> turned.put(name, turned(name, values)));
        try (SequenceHarness harness = new SequenceHarness(controller, INPUTS, 3)) {
            then(doubles(harness.run(sequence(), new RawParameters(turned))
                            .outputs()
                            .get(2)))
                    .containsExactly(
                            doubles(harness.run(sequence(), parameters)
                                    .outputs()
                                    .get(2)),
                            within(1e-6));
        }
    }

    private static float[] turned(String name, float[] values) {
        if (name.equals("readout/layer-0/biases")) {
            return values;
        }
        // The encoder's weights have units in their columns, everything else in its rows.
        int rows = name.equals("encoder/layer-0/weights") ? INPUTS : 1;
        int columns = values.length / rows;
        int shift = columns / 5;
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            turned[row * columns + (i % columns + shift) % columns] = values[i];
        }
        return turned;
    }

    @Test
    void translate_population_isTheCandidatesOneByOne() {
        Controller controller = net("operators=full,state=carry");
        RawParameters one = RawParameters.initial(controller, 1);
        RawParameters two = RawParameters.initial(controller, 2);
        RawParameters stacked = new RawParameters(new TreeMap<>(one.byBlock()));
        stacked.byBlock().replaceAll((name, values) -> concat(values, two.block(name)));
        float[][] both = Arrays.stream(sequence()).map(row -> concat(row, row)).toArray(float[][]::new);
        try (SequenceHarness single = new SequenceHarness(controller, INPUTS, 3);
                SequenceHarness population = new SequenceHarness(controller, INPUTS, 3, 2)) {
            float[] apart = concat(
                    single.run(sequence(), one).outputs().get(2),
                    single.run(sequence(), two).outputs().get(2));
            then(doubles(population.run(both, stacked).outputs().get(2))).containsExactly(doubles(apart), within(1e-6));
        }
    }

    private static float[] concat(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
