package dev.ganglion.experiments.statistics;

import java.util.List;

/**
 * A sample's mean with its 95 % confidence interval by Student's t distribution.
 *
 * <p>The interval is exact for normal samples and close for others of ten values and more; of one value it is the
 * whole line.
 *
 * @param mean the sample's mean
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record MeanInterval(double mean, double low, double high) {
    /** The interval for a sample of at least one value. */
    public static MeanInterval of(List<Double> sample) {
        if (sample.isEmpty()) {
            throw new IllegalArgumentException("An empty sample has no mean");
        }
        int n = sample.size();
        double mean = sample.stream().mapToDouble(x -> x).sum() / n;
        if (n == 1) {
            return new MeanInterval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double squares =
                sample.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        double half = studentT(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new MeanInterval(mean, mean - half, mean + half);
    }

    /**
     * The t that a variable of Student's distribution exceeds in absolute value with probability 0.05.
     *
     * <p>Hill 1970, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13:619; for one and two degrees
     * of freedom its closed forms.
     *
     * @param degrees degrees of freedom, at least 1
     */
    static double studentT(int degrees) {
        double p = 0.05;
        double n = degrees;
        if (degrees == 1) {
            return 1 / Math.tan(p * Math.PI / 2);
        }
        if (degrees == 2) {
            return Math.sqrt(2 / (p * (2 - p)) - 2);
        }
        double a = 1 / (n - 0.5);
        double b = 48 / (a * a);
        double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        double d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * n;
        double y = Math.pow(d * p, 2 / n);
        if (y <= 0.05 + a) {
            y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1)
                            * (n + 1)
                            / (n + 2)
                    + 1 / y;
            return Math.sqrt(n * y);
        }
        double x = -1.959963984540054;
        y = x * x;
        if (degrees < 5) {
            c += 0.3 * (n - 4.5) * (x + 0.6);
        }
        c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
        return Math.sqrt(n * Math.expm1(a * y * y));
    }
}
