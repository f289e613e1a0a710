package dev.ganglion.agents.normalisation;

import java.util.Arrays;

/**
 * Mean and variance of vectors seen so far, updated batch by batch.
 *
 * <p>Batches are merged by the pairwise rule of Chan, Golub and LeVeque (1979), "Updating formulae and a pairwise
 * algorithm for computing sample variances", which loses no digits when the mean is large beside the deviation.
 *
 * @param count number of vectors seen
 * @param mean mean of each component
 * @param squares sum of squared differences from the mean, of each component
 */
public record RunningMoments(double count, double[] mean, double[] squares) {
    /** Nothing seen yet. */
    public static RunningMoments empty(int size) {
        return new RunningMoments(0, new double[size], new double[size]);
    }

    /**
     * The moments of some columns of a table of rows.
     *
     * @param table row-major
     * @param width number of columns
     * @param offset first column taken
     * @param size number of columns taken
     */
    public static RunningMoments of(float[] table, int width, int offset, int size) {
        int rows = table.length / width;
        double[] mean = new double[size];
        double[] squares = new double[size];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < size; i++) {
                mean[i] += table[row * width + offset + i];
            }
        }
        Arrays.setAll(mean, i -> mean[i] / Math.max(1, rows));
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < size; i++) {
                double difference = table[row * width + offset + i] - mean[i];
                squares[i] += difference * difference;
            }
        }
        return new RunningMoments(rows, mean, squares);
    }

    /** The moments of both together. */
    public RunningMoments merge(RunningMoments other) {
        if (other.count == 0) {
            return this;
        }
        double total = count + other.count;
        double[] newMean = new double[mean.length];
        double[] newSquares = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double difference = other.mean[i] - mean[i];
            newMean[i] = mean[i] + difference * other.count / total;
            newSquares[i] = squares[i] + other.squares[i] + difference * difference * count * other.count / total;
        }
        return new RunningMoments(total, newMean, newSquares);
    }

    /** Standard deviation of a component (divisor n); 1 before anything has been seen. */
    public double deviation(int component) {
        return count == 0 ? 1 : Math.sqrt(squares[component] / count);
    }

    /** As one vector for a checkpoint: count, means, squares. */
    public double[] toVector() {
        double[] vector = new double[1 + 2 * mean.length];
        vector[0] = count;
        System.arraycopy(mean, 0, vector, 1, mean.length);
        System.arraycopy(squares, 0, vector, 1 + mean.length, mean.length);
        return vector;
    }

    /**
     * The inverse of {@link #toVector()}.
     *
     * @throws IllegalArgumentException if the vector is not one for that many components
     */
    public static RunningMoments fromVector(double[] vector, int size) {
        if (vector.length != 1 + 2 * size) {
            throw new IllegalArgumentException(
                    "Moments of " + size + " components are " + (1 + 2 * size) + " values, not " + vector.length);
        }
        return new RunningMoments(
                vector[0],
                Arrays.copyOfRange(vector, 1, 1 + size),
                Arrays.copyOfRange(vector, 1 + size, vector.length));
    }
}
