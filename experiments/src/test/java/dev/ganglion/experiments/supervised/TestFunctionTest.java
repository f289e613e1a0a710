package dev.ganglion.experiments.supervised;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestFunctionTest {
    // By hand, at points where the sines are simple.
    @ParameterizedTest
    @CsvSource({
        "WAVE, 0.5 0 0 0, -1",
        "CHIRP, -0.5 0 0 0, 1",
        "CORNER, -0.25 0 0 0, 0.25",
        "PRODUCT, 0.5 -0.5 0 0, -0.25",
        "RIPPLES, 0.5 0.5 0 0, -1",
        "BUMP, 0 0 0 0, 1",
        "TRIPLE, 0.5 0.5 -1 0, -0.25",
        "NESTED, 1 0.5 0.5 0, 1.25",
        "PAIRS, 0.5 1 -1 0.25, 0.25",
        "MIXED, 0.25 0.25 0.5 0.5, 0.25"
    })
    void at_simplePoint_isCountedByHand(TestFunction function, String point, double expected) {
        String[] texts = point.split(" ", -1);
        double[] coordinates = new double[function.dimensions()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = Double.parseDouble(texts[i]);
        }
        then(function.at(coordinates)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(TestFunction.class)
    void examples_anyFunction_areItsValuesWithinTheSquare(TestFunction function) {
        FunctionApproximation task = new FunctionApproximation(function);
        ExampleSet points = task.examples(Split.TEST, 50, 4);
        for (int example = 0; example < points.size(); example++) {
            float[] point = new float[function.dimensions()];
            float[] value = new float[1];
            points.read(example, point, 0, value, 0);
            double[] exact = new double[point.length];
            for (int i = 0; i < point.length; i++) {
                exact[i] = point[i];
                then(point[i]).isBetween(-1f, 1f);
            }
            then((double) value[0]).isCloseTo(function.at(exact), within(1e-5));
        }
    }
}
