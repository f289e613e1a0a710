package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.statistics.Aggregates;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import dev.ganglion.experiments.statistics.ScoreTable;

/** Intervals for people. */
final class IntervalText {
    /** Resamples are the same whenever the same runs are asked for. */
    private static final long SEED = 1;

    private IntervalText() {}

    /**
     * The interquartile mean of runs with its interval, and a warning if they are few.
     *
     * @param scores a score of each run, at least one
     */
    static String ofRuns(double... scores) {
        BootstrapInterval interval =
                BootstrapInterval.of(ScoreTable.ofRuns(scores), SEED, Aggregates::interquartileMean);
        return Texts.number(interval.estimate()) + "  (interquartile mean; 95 % interval "
                + Texts.number(interval.low()) + " to " + Texts.number(interval.high()) + ", bootstrap over "
                + interval.runs() + " seed" + (interval.runs() == 1 ? "" : "s") + warning(interval) + ")";
    }

    /** The ends of an interval over seeds, and a warning if they are few. */
    static String ends(BootstrapInterval interval) {
        return Texts.number(interval.low()) + " to " + Texts.number(interval.high()) + warning(interval);
    }

    private static String warning(BootstrapInterval interval) {
        return interval.isOfFewRuns()
                ? "; warning: with fewer than " + BootstrapInterval.FEWEST_RUNS + " the interval is too narrow"
                : "";
    }
}
