package dev.ganglion.controllers.network;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.random.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 7", "7, 3", "23, 64", "64, 64", "64, 5"})
    void matrix_anyShape_hasOrthogonalVectorsOfTheGainsLength(int rows, int columns) {
        double gain = 1.7;

        float[] matrix = Orthogonal.matrix(rows, columns, gain, RandomStreams.named(5, "test"));

        int count = Math.min(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double dot = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    dot += at(matrix, rows, columns, a, i) * at(matrix, rows, columns, b, i);
                }
                then(dot).as("%d·%d", a, b).isCloseTo(a == b ? gain * gain : 0, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "3, 5"})
    void matrix_manyDraws_isUniform(int rows, int columns) {
        // For a uniformly distributed unit vector of length n each component has mean 0 and variance 1/n; a QR
        // decomposition whose signs are left as they come would give the first vector a constant sign.
        int draws = 4000;
        double sum = 0;
        double squares = 0;
        var random = RandomStreams.named(6, "test");
        for (int i = 0; i < draws; i++) {
            double value = Orthogonal.matrix(rows, columns, 1, random)[0];
            sum += value;
            squares += value * value;
        }

        then(sum / draws).isCloseTo(0, within(0.03));
        then(squares / draws).isCloseTo(1.0 / Math.max(rows, columns), within(0.02));
    }

    private static double at(float[] matrix, int rows, int columns, int vector, int i) {
        return rows <= columns ? matrix[vector * columns + i] : matrix[i * columns + vector];
    }
}
