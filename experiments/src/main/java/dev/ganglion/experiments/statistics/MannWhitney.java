package dev.ganglion.experiments.statistics;

import java.util.Arrays;

/**
 * Whether one sample tends to be greater than another, by the Mann–Whitney U test.
 *
 * <p>Mann and Whitney 1947, "On a test of whether one of two random variables is stochastically larger than the other",
 * with mid-ranks for ties. The p-value is exact, ties or not: it is the share of all ways to deal out the pooled
 * mid-ranks whose U lies at least as far from its mean.
 *
 * @param u pairs in which the first sample's value is the greater, ties counted half
 * @param p two-sided p-value
 * @param superiority probability that a value of the first is the greater, ties counted half: u over the number of pairs
 */
public record MannWhitney(double u, double p, double superiority) {
    /** Counting the deals takes memory with the cube of the number of values: 30 MB for this many. */
    private static final int MOST_VALUES = 200;

    /**
     * Compares two samples.
     *
     * @throws IllegalArgumentException if one is empty or both together have more than 200 values
     */
    public static MannWhitney compare(double[] first, double[] second) {
        int all = first.length + second.length;
        if (first.length == 0 || second.length == 0 || all > MOST_VALUES) {
            throw new IllegalArgumentException("Two samples of 1 to " + MOST_VALUES
                    + " values together are compared, not " + first.length + " and " + second.length);
        }
        double u = u(first, second);
        return new MannWhitney(u, p(u, first, second), u / ((double) first.length * second.length));
    }

    /** Cliff's delta, also called the rank-biserial correlation: −1 if the first is always less, 1 if greater. */
    public double cliffsDelta() {
        return 2 * superiority - 1;
    }

    static double u(double[] first, double[] second) {
        double u = 0;
        for (double x : first) {
            for (double y : second) {
                u += x > y ? 1 : x == y ? 0.5 : 0;
            }
        }
        return u;
    }

    /** Twice U differs from the sum of the doubled mid-ranks by a constant, so sums of whole numbers are counted. */
    private static double p(double u, double[] first, double[] second) {
        int n = first.length;
        int[] doubledRanks = doubledMidRanks(first, second);
        double[] deals = deals(doubledRanks, n);
        double total = Arrays.stream(deals).sum();
        long doubledPairs = (long) n * second.length;
        long leastSum = (long) n * (n + 1);
        double observed = Math.abs(2 * u - doubledPairs);
        double extreme = 0;
        for (int sum = 0; sum < deals.length; sum++) {
            if (Math.abs(sum - leastSum - doubledPairs) >= observed) {
                extreme += deals[sum];
            }
        }
        return extreme / total;
    }

    private static int[] doubledMidRanks(double[] first, double[] second) {
        double[] pooled = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, pooled, first.length, second.length);
        Arrays.sort(pooled);
        int[] ranks = new int[pooled.length];
        for (int from = 0, to; from < pooled.length; from = to) {
            to = from;
            while (to < pooled.length && pooled[to] == pooled[from]) {
                to++;
            }
            Arrays.fill(ranks, from, to, from + 1 + to);
        }
        return ranks;
    }

    /** How many subsets of a size have a sum, {@code [sum]}. */
    private static double[] deals(int[] ranks, int size) {
        int most = Arrays.stream(ranks).sum();
        double[][] counts = new double[size + 1][most + 1];
        counts[0][0] = 1;
        for (int rank : ranks) {
            for (int taken = size; taken > 0; taken--) {
                for (int sum = most; sum >= rank; sum--) {
                    counts[taken][sum] += counts[taken - 1][sum - rank];
                }
            }
        }
        return counts[size];
    }
}
