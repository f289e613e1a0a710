package dev.ganglion.controllers;

import java.util.stream.IntStream;

/** Reproducible parameters that are random enough for golden vectors: {@code g(i, j, a) = 0.5 sin(a + 3 i + 0.7 j)}. */
public final class GoldenNumbers {
    private GoldenNumbers() {}

    /** One value. */
    public static double g(int i, int j, double a) {
        return 0.5 * Math.sin(a + 3 * i + 0.7 * j);
    }

    /** A matrix, row-major. */
    public static double[] matrix(int rows, int columns, double a) {
        return IntStream.range(0, rows * columns)
                .mapToDouble(index -> g(index / columns, index % columns, a))
                .toArray();
    }

    /** A vector. */
    public static double[] vector(int size, double a) {
        return matrix(size, 1, a);
    }

    /** The same in single precision. */
    public static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The same in double precision. */
    public static double[] doubles(float... values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
