package dev.ganglion.controllers.circuitnet;

import static dev.ganglion.controllers.GoldenNumbers.doubles;
import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.g;
import static dev.ganglion.controllers.GoldenNumbers.matrix;
import static dev.ganglion.controllers.GoldenNumbers.vector;
import static dev.ganglion.controllers.circuitnet.SmallNets.INPUTS;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.NumericGradient.Values;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SequenceHarness;
import dev.ganglion.controllers.recurrent.RecurrentController;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One unit of three neurons held to golden vectors. */
class CircuitNetGoldenTest {
    private static final Offset<Double> FLOAT = within(1e-5);

    // The golden unit was computed independently in Python from the same equations.
    @ParameterizedTest
    @CsvSource({"full, 1.0427277111, -0.5975647341, 1.2650469524", "core, 0.760144033, -0.883633385, 0.988775462"})
    void translate_goldenUnit_isGolden(String operators, double first, double second, double third) {
        CircuitNetDesign design =
                goldenDesign(operators.equals("core") ? CircuitNetDesign.CORE : CircuitNetDesign.FULL);
        RawParameters parameters = goldenParameters(design);
        float[][] input = {{0.3f, -0.2f, 0.5f}};
        double[] expected = {first, second, third};

        double[] exact = new CircuitNetReference(design, exact(design)).step(new double[] {0.3, -0.2, 0.5})[0];
        then(exact).containsExactly(expected, within(1e-9));
        try (SequenceHarness harness = new SequenceHarness(controller(design), INPUTS, 1)) {
            then(doubles(harness.run(input, parameters).outputs().get(0))).containsExactly(expected, FLOAT);
        }
    }

    @Test
    void reference_goldenTerms_areGolden() {
        CircuitNetDesign design = goldenDesign(CircuitNetDesign.FULL);
        CircuitNetReference reference = new CircuitNetReference(design, exact(design));
        double[] x = {0.3, -0.2, 0.5};
        Offset<Double> golden = within(1e-9);

        // lin without its bias b = vec(3, 9).
        then(terms(i -> reference.linear(0, x, i) + g(i, 0, 9)))
                .containsExactly(new double[] {0.4019792044, -0.4750056294, 0.5385248135}, golden);
        then(terms(i -> reference.product(0, x, i)))
                .containsExactly(new double[] {0.0301723348, -0.0289015704, 0.0270523408}, golden);
        then(terms(i -> reference.attention(0, x, i)))
                .containsExactly(new double[] {0.1653037482, 0.1653045470, 0.1651985182}, golden);
    }

    private static double[] terms(java.util.function.IntToDoubleFunction term) {
        return IntStream.range(0, 3).mapToDouble(term).toArray();
    }

    private static CircuitNetDesign goldenDesign(Set<Operator> operators) {
        return new CircuitNetDesign(
                INPUTS, 1, 3, 1, 1, operators, 0, false, UnitActivation.CLIP_SIN, new UnitGraph.None(), false);
    }

    private static Controller controller(CircuitNetDesign design) {
        return RecurrentController.of("test", new CircuitNetCell(design), design.neurons());
    }

    private static RawParameters goldenParameters(CircuitNetDesign design) {
        Map<String, float[]> values = new LinkedHashMap<>();
        exact(design).byBlock().forEach((name, exact) -> values.put(name, floats(exact)));
        return new RawParameters(values);
    }

    /** W = mat(3,3,1), P[i][j][k] = g(i,j,5+k), q = vec(3,6), k = vec(3,7), v = vec(3,8), b = vec(3,9). */
    private static Values exact(CircuitNetDesign design) {
        double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        double[] linear = new double[9];
        double[] product = new double[27];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                linear[j * 3 + i] = matrix(3, 3, 1)[i * 3 + j];
                for (int k = 0; k < 3; k++) {
                    product[(j * 3 + k) * 3 + i] = g(i, j, 5 + k);
                }
            }
        }
        Map<String, double[]> values = new LinkedHashMap<>(Map.of(
                MotifUnits.LINEAR,
                linear,
                MotifUnits.PRODUCT,
                product,
                MotifUnits.BIASES,
                vector(3, 9),
                "encoder/layer-0/weights",
                identity,
                "encoder/layer-0/biases",
                new double[3],
                "readout/layer-0/weights",
                identity,
                "readout/layer-0/biases",
                new double[3]));
        if (design.has(Operator.ATTENTION)) {
            values.put(MotifUnits.QUERY, vector(3, 6));
            values.put(MotifUnits.KEY, vector(3, 7));
            values.put(MotifUnits.VALUE, vector(3, 8));
        }
        return new Values(values);
    }
}
