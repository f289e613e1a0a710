package dev.ganglion.agents.evolution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How the fitness of a generation's candidates becomes the weight with which each counts. */
public enum Shaping {
    /**
     * Ranks, evenly spaced from −½ for the worst to ½ for the best (Salimans et al. 2017, arXiv 1703.03864, after
     * Wierstra et al. 2014). Equal candidates share the mean of their ranks; ours.
     */
    CENTRED_RANKS {
        @Override
        public double[] weights(double[] fitness) {
            int count = fitness.length;
            Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(candidate -> fitness[candidate]));
            double[] weights = new double[count];
            int from = 0;
            while (from < count) {
                int to = from;
                while (to < count && fitness[order[to]] == fitness[order[from]]) {
                    to++;
                }
                double rank = (from + to - 1) / 2.0;
                for (int i = from; i < to; i++) {
                    weights[order[i]] = count == 1 ? 0 : rank / (count - 1) - 0.5;
                }
                from = to;
            }
            return weights;
        }
    },
    /** Mean 0 and deviation 1 within the generation; all 0 if all are equal. */
    STANDARDISED {
        @Override
        public double[] weights(double[] fitness) {
            double mean = Arrays.stream(fitness).average().orElse(0);
            double deviation = deviation(fitness);
            return Arrays.stream(fitness)
                    .map(value -> deviation == 0 ? 0 : (value - mean) / deviation)
                    .toArray();
        }
    },
    /** The fitness itself. */
    RAW {
        @Override
        public double[] weights(double[] fitness) {
            return fitness.clone();
        }
    };

    /** The weight of each candidate. */
    public abstract double[] weights(double[] fitness);

    /** Standard deviation of some values (divisor n); 0 of none. */
    static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
