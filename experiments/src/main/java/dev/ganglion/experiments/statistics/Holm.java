package dev.ganglion.experiments.statistics;

import java.util.stream.IntStream;

/**
 * p-values of several tests, corrected so that all together err once in twenty at 0.05.
 *
 * <p>Holm 1979, "A simple sequentially rejective multiple test procedure": the smallest of m is multiplied by m, the next
 * by m − 1 and so on, each no less than the one before, and none above 1.
 */
public final class Holm {
    private Holm() {}

    /** The corrected p-values, in the order of the given ones. */
    public static double[] correct(double... p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int i = 0; i < ascending.length; i++) {
            least = Math.max(least, Math.min(1, (p.length - i) * p[ascending[i]]));
            corrected[ascending[i]] = least;
        }
        return corrected;
    }
}
