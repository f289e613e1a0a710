package dev.ganglion.experiments.lifetime;

import dev.ganglion.experiments.statistics.Aggregates;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import dev.ganglion.experiments.statistics.ScoreTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Lives of several runs: interquartile means over runs with their 95 % bootstrap intervals. Resamples are the same
 * whenever the same runs are asked for.
 *
 * @param runs the lives of each run, at least one, all as long
 */
public record LifetimeSummary(List<RunLives> runs) {
    private static final long SEED = 1;

    private static final int BAND_RESAMPLES = 1_000;

    /** Copies the list. */
    public LifetimeSummary {
        runs = List.copyOf(runs);
    }

    /**
     * What is said of lives of one length.
     *
     * @param multiple their length in T
     * @param steps their length in steps
     * @param lastReturn return of their last window
     * @param index that return over the first window's; empty unless every run earns something in the first
     * @param alive share of lives that have not failed
     * @param stepsToFailure steps to the first failure, the whole length for lives without one
     * @param largestWeight largest size of a plastic weight; empty if there are none
     */
    public record Row(
            int multiple,
            long steps,
            BootstrapInterval lastReturn,
            Optional<BootstrapInterval> index,
            BootstrapInterval alive,
            BootstrapInterval stepsToFailure,
            Optional<BootstrapInterval> largestWeight) {}

    /** What is said of lives of k·T steps. */
    public Row row(int multiple) {
        return new Row(
                multiple,
                (long) multiple * runs.get(0).window(),
                interval(run -> run.windowReturn(multiple)),
                optional(run -> run.index(multiple)),
                interval(run -> run.alive(multiple)),
                interval(run -> run.stepsToFailure(multiple)),
                optional(run -> run.largestWeight(multiple)));
    }

    /**
     * Return of a window, with a band of fewer resamples for figures.
     *
     * @param number which, from 1
     */
    public BootstrapInterval windowBand(int number) {
        return band(run -> run.windowReturn(number));
    }

    /**
     * Largest plastic weight in a window over the runs that lived in it; empty if none did.
     *
     * @param number which, from 1
     */
    public Optional<BootstrapInterval> weightBand(int number) {
        List<RunLives> living = runs.stream()
                .filter(run -> run.largestWeightIn(number).isPresent())
                .toList();
        return living.isEmpty()
                ? Optional.empty()
                : Optional.of(new LifetimeSummary(living)
                        .band(run -> run.largestWeightIn(number).orElseThrow()));
    }

    private BootstrapInterval band(ToDoubleFunction<RunLives> measure) {
        return BootstrapInterval.of(scores(measure), SEED, BAND_RESAMPLES, Aggregates::interquartileMean);
    }

    private BootstrapInterval interval(ToDoubleFunction<RunLives> measure) {
        return BootstrapInterval.of(scores(measure), SEED, Aggregates::interquartileMean);
    }

    private ScoreTable scores(ToDoubleFunction<RunLives> measure) {
        return ScoreTable.ofRuns(runs.stream().mapToDouble(measure).toArray());
    }

    private Optional<BootstrapInterval> optional(Function<RunLives, OptionalDouble> measure) {
        return runs.stream().allMatch(run -> measure.apply(run).isPresent())
                ? Optional.of(interval(run -> measure.apply(run).orElseThrow()))
                : Optional.empty();
    }
}
