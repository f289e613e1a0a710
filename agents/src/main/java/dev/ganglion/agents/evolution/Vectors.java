package dev.ganglion.agents.evolution;

import java.util.Arrays;
import java.util.function.Function;

/** Arithmetic on vectors of parameters. */
final class Vectors {
    private Vectors() {}

    /** {@code x + factor·y}. */
    static double[] plus(double[] x, double factor, double[] y) {
        double[] sum = new double[x.length];
        Arrays.setAll(sum, i -> x[i] + factor * y[i]);
        return sum;
    }

    /** Adds {@code factor·y} to {@code x} in place. */
    static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }

    /** Euclidean length. */
    static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** Euclidean distance. */
    static double distance(double[] x, double[] y) {
        return norm(plus(x, -1, y));
    }

    /** A named vector that must be of some length. */
    static double[] required(Function<String, double[]> values, String name, int size) {
        double[] value = values.apply(name);
        if (value.length != size) {
            throw new IllegalArgumentException(name + " has " + value.length + " values, not " + size);
        }
        return value.clone();
    }
}
