package dev.ganglion.controllers.stpn;

import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.matrix;
import static dev.ganglion.controllers.GoldenNumbers.vector;

import dev.ganglion.controllers.RawParameters;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The setting of the golden vectors: three inputs, two units, four steps. */
record StpnGolden(Normalisation normalisation, boolean recurrent, double clamp) {
    static final int INPUTS = 3;
    static final int UNITS = 2;
    static final int STEPS = 4;
    private static final int ALL_COLUMNS = 5;

    int columns() {
        return recurrent ? ALL_COLUMNS : INPUTS;
    }

    StpnDesign design() {
        return new StpnDesign(INPUTS, UNITS, recurrent, normalisation, clamp, true, PlasticPart.ALL);
    }

    /** Input of each step, {@code [time][input]}. */
    double[][] inputs() {
        return IntStream.range(0, STEPS)
                .mapToObj(time -> IntStream.range(0, INPUTS)
                        .mapToDouble(k -> 0.2 * time + 0.1 * k - 0.3)
                        .toArray())
                .toArray(double[][]::new);
    }

    double[][] weights() {
        return columnsOf(matrix(UNITS, ALL_COLUMNS, 1));
    }

    double[][] retention() {
        return columnsOf(Arrays.stream(matrix(UNITS, ALL_COLUMNS, 2))
                .map(value -> 0.5 + 0.4 * Math.sin(2 + value))
                .toArray());
    }

    double[][] plasticity() {
        return columnsOf(Arrays.stream(matrix(UNITS, ALL_COLUMNS, 3))
                .map(value -> 0.5 * value)
                .toArray());
    }

    double[] biases() {
        return vector(UNITS, 4);
    }

    StpnReference reference() {
        return new StpnReference(normalisation, recurrent, clamp, weights(), retention(), plasticity(), biases());
    }

    /** The parameters of a controller whose readout passes the units' activity on. */
    RawParameters parameters() {
        return new RawParameters(Map.of(
                StpnCell.WEIGHTS,
                flat(weights()),
                StpnCell.RETENTION,
                flat(retention()),
                StpnCell.PLASTICITY,
                flat(plasticity()),
                StpnCell.BIASES,
                floats(biases()),
                "readout/layer-0/weights",
                new float[] {1, 0, 0, 1},
                "readout/layer-0/biases",
                new float[UNITS]));
    }

    private static float[] flat(double[][] rows) {
        return floats(Arrays.stream(rows).flatMapToDouble(DoubleStream::of).toArray());
    }

    private double[][] columnsOf(double[] flat) {
        return IntStream.range(0, UNITS)
                .mapToObj(row -> Arrays.copyOfRange(flat, row * ALL_COLUMNS, row * ALL_COLUMNS + columns()))
                .toArray(double[][]::new);
    }
}
