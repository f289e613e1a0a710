package dev.ganglion.agents.evolution;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan, "Matrix
 * computations", section 8.5).
 *
 * @param size number of rows
 * @param values eigenvalues
 * @param vectors orthonormal eigenvectors as columns, row-major {@code [size, size]}
 */
record SymmetricEigen(int size, double[] values, double[] vectors) {
    private static final int MOST_SWEEPS = 60;

    /**
     * Decomposes a matrix.
     *
     * @param matrix row-major, symmetric
     */
    static SymmetricEigen of(double[] matrix, int size) {
        double[] rest = matrix.clone();
        double[] vectors = identity(size);
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(rest, vectors, size); sweep++) {}
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = rest[i * size + i];
        }
        return new SymmetricEigen(size, values, vectors);
    }

    /** The matrix with ones on its diagonal. */
    static double[] identity(int size) {
        double[] identity = new double[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        return identity;
    }

    /** Rotates every pair of axes once; says whether any pair needed it. */
    private static boolean sweep(double[] rest, double[] vectors, int size) {
        boolean any = false;
        for (int p = 0; p < size; p++) {
            for (int q = p + 1; q < size; q++) {
                double off = rest[p * size + q];
                double scale = Math.sqrt(Math.abs(rest[p * size + p] * rest[q * size + q]));
                if (Math.abs(off) > Math.ulp(1.0) * scale && Math.abs(off) > Double.MIN_NORMAL) {
                    rotate(rest, vectors, size, p, q);
                    any = true;
                }
            }
        }
        return any;
    }

    private static void rotate(double[] rest, double[] vectors, int size, int p, int q) {
        double off = rest[p * size + q];
        double cotangent = (rest[q * size + q] - rest[p * size + p]) / (2 * off);
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.sqrt(cotangent * cotangent + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int i = 0; i < size; i++) {
            turn(rest, i * size + p, i * size + q, cosine, sine);
            turn(vectors, i * size + p, i * size + q, cosine, sine);
        }
        for (int i = 0; i < size; i++) {
            turn(rest, p * size + i, q * size + i, cosine, sine);
        }
        rest[p * size + q] = 0;
        rest[q * size + p] = 0;
    }

    private static void turn(double[] values, int one, int other, double cosine, double sine) {
        double x = values[one];
        double y = values[other];
        values[one] = cosine * x - sine * y;
        values[other] = sine * x + cosine * y;
    }

    /** {@code V·diag(factors)·x}: from the eigenvectors' axes, each stretched. */
    double[] out(double[] factors, double[] x) {
        double[] result = new double[size];
        for (int row = 0; row < size; row++) {
            double sum = 0;
            for (int column = 0; column < size; column++) {
                sum += vectors[row * size + column] * factors[column] * x[column];
            }
            result[row] = sum;
        }
        return result;
    }

    /** {@code Vᵀ·x}: onto the eigenvectors' axes. */
    double[] in(double[] x) {
        double[] result = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                result[column] += vectors[row * size + column] * x[row];
            }
        }
        return result;
    }
}
