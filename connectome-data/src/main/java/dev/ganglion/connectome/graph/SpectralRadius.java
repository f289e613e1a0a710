package dev.ganglion.connectome.graph;

/**
 * The spectral radius of a square matrix: the largest absolute value of its eigenvalues, which says how fast activity
 * can grow when it goes round a linear circuit.
 *
 * <p>It is found as the limit of {@code ‖A^k‖^(1/k)} (Gelfand 1941) with k doubled by squaring and the powers kept at
 * norm 1. Unlike plain power iteration this needs neither a real nor a single largest eigenvalue, so signed matrices
 * with rotating modes are no exception.
 */
public final class SpectralRadius {
    /** k = 2^40 leaves less than n·40·ln 2 / 2^40 of the estimate's logarithm open, whatever the Jordan form. */
    private static final int MOST_SQUARINGS = 40;

    private static final double ENOUGH = 1e-13;

    private SpectralRadius() {}

    /**
     * The spectral radius; 0 for an empty matrix and for one without cycles.
     *
     * @param matrix n rows of n finite numbers
     * @throws IllegalArgumentException if the matrix is not square or not finite
     */
    public static double of(double[][] matrix) {
        double[][] power = copyOfSquare(matrix);
        double logOfNorm = 0;
        double logOfRadius = Double.NaN;
        double k = 1;
        for (int squaring = 0; squaring <= MOST_SQUARINGS; squaring++) {
            double norm = frobenius(power);
            if (norm == 0) {
                return 0;
            }
            scale(power, 1 / norm);
            logOfNorm += Math.log(norm);
            double estimate = logOfNorm / k;
            if (Math.abs(estimate - logOfRadius) < ENOUGH) {
                break;
            }
            logOfRadius = estimate;
            power = product(power, power);
            logOfNorm *= 2;
            k *= 2;
        }
        return Math.exp(logOfRadius);
    }

    private static double[][] copyOfSquare(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
            if (copy[i].length != matrix.length) {
                throw new IllegalArgumentException(
                        "Row " + i + " has " + copy[i].length + " columns; a square matrix has " + matrix.length);
            }
            for (double value : copy[i]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("Row " + i + " holds " + value + ", which is not finite");
                }
            }
        }
        return copy;
    }

    private static double frobenius(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }

    private static void scale(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = a[i][k];
                if (factor != 0) {
                    for (int j = 0; j < n; j++) {
                        product[i][j] += factor * b[k][j];
                    }
                }
            }
        }
        return product;
    }
}
