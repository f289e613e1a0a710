package dev.ganglion.controllers.network;

import java.util.random.RandomGenerator;

/**
 * Random matrices with orthogonal rows or columns, whichever are fewer, all of length {@code gain}.
 *
 * <p>Source: Saxe, McClelland and Ganguli (2014), "Exact solutions to the nonlinear dynamics of learning in deep
 * linear neural networks", arXiv 1312.6120. Orthonormalising Gaussian vectors one after the other leaves no sign to
 * choose, so the result is uniform over such matrices, as that of a QR decomposition is only after R's diagonal has
 * been made positive (Mezzadri 2007, arXiv math-ph/0609050).
 */
public final class Orthogonal {
    private Orthogonal() {}

    /**
     * Draws a matrix.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param gain length of each of the orthogonal vectors
     * @return {@code [rows, columns]}, row-major
     */
    public static float[] matrix(int rows, int columns, double gain, RandomGenerator random) {
        double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
        float[] matrix = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = rows <= columns ? vectors[row][column] : vectors[column][row];
                matrix[row * columns + column] = (float) (gain * value);
            }
        }
        return matrix;
    }

    private static double[][] orthonormal(int count, int length, RandomGenerator random) {
        double[][] vectors = new double[count][length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                vectors[k][i] = random.nextGaussian();
            }
            // Twice is enough: a second pass removes what rounding left of the first (Giraud et al. 2005).
            project(vectors, k);
            project(vectors, k);
            scale(vectors[k], 1 / Math.sqrt(dot(vectors[k], vectors[k])));
        }
        return vectors;
    }

    private static void project(double[][] vectors, int k) {
        for (int j = 0; j < k; j++) {
            double along = dot(vectors[j], vectors[k]);
            for (int i = 0; i < vectors[k].length; i++) {
                vectors[k][i] -= along * vectors[j][i];
            }
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
