package dev.ganglion.experiments.statistics;

import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * An estimate from runs with its 95 % confidence interval by the stratified bootstrap.
 *
 * <p>Each resample draws as many runs of each task, with replacement, as there are; the interval goes from the 2.5th to
 * the 97.5th percentile of the resamples' estimates. Agarwal et al. 2021, section 4.1. With few runs it is too narrow: a
 * resample knows no run that was not made.
 *
 * @param estimate of the runs themselves
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param runs number of runs of the task that has fewest
 */
public record BootstrapInterval(double estimate, double low, double high, int runs) {
    /** Resamples behind each interval. */
    public static final int RESAMPLES = 10_000;

    /** Fewer runs than this are too few for an interval to be believed. */
    public static final int FEWEST_RUNS = 5;

    private static final double TAIL = 0.025;

    /**
     * The interval of an aggregate.
     *
     * @param seed decides the resamples
     */
    public static BootstrapInterval of(ScoreTable table, long seed, ToDoubleFunction<ScoreTable> aggregate) {
        return of(table, seed, RESAMPLES, aggregate);
    }

    /**
     * The interval of an aggregate from another number of resamples, for the many points of a band.
     *
     * @param seed decides the resamples
     * @param resamples how many, a thousand at least for ends that can be told to the eye
     */
    public static BootstrapInterval of(
            ScoreTable table, long seed, int resamples, ToDoubleFunction<ScoreTable> aggregate) {
        RandomGenerator random = RandomStreams.named(seed, "bootstrap");
        double[] estimates = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            estimates[i] = aggregate.applyAsDouble(resample(table, random));
        }
        return of(aggregate.applyAsDouble(table), estimates, table.fewestRuns());
    }

    /**
     * The interval of a comparison of two algorithms, whose runs are resampled independently.
     *
     * @param seed decides the resamples
     */
    public static BootstrapInterval of(
            ScoreTable first, ScoreTable second, long seed, ToDoubleBiFunction<ScoreTable, ScoreTable> comparison) {
        RandomGenerator firstRandom = RandomStreams.named(seed, "bootstrap/first");
        RandomGenerator secondRandom = RandomStreams.named(seed, "bootstrap/second");
        double[] estimates = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            estimates[i] = comparison.applyAsDouble(resample(first, firstRandom), resample(second, secondRandom));
        }
        return of(
                comparison.applyAsDouble(first, second), estimates, Math.min(first.fewestRuns(), second.fewestRuns()));
    }

    private static BootstrapInterval of(double estimate, double[] estimates, int runs) {
        Arrays.sort(estimates);
        return new BootstrapInterval(estimate, quantile(estimates, TAIL), quantile(estimates, 1 - TAIL), runs);
    }

    private static ScoreTable resample(ScoreTable table, RandomGenerator random) {
        double[][] drawn = new double[table.tasks()][];
        for (int task = 0; task < drawn.length; task++) {
            double[] runs = table.runs(task);
            drawn[task] = random.ints(runs.length, 0, runs.length)
                    .mapToDouble(i -> runs[i])
                    .toArray();
        }
        return ScoreTable.of(drawn);
    }

    /**
     * A quantile of sorted values, linear between neighbours.
     *
     * @param share 0 for the least, 1 for the greatest
     */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Whether there are too few runs for the interval to be believed. */
    public boolean isOfFewRuns() {
        return runs < FEWEST_RUNS;
    }
}
