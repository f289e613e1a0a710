package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {
    /** All 5^5 resamples of five runs are equally likely, so their percentiles are what the bootstrap estimates. */
    @Test
    void interval_agreesWithAllResamplesOfFiveRuns() {
        double[] runs = {1, 2, 4, 8, 16};
        double[] all = IntStream.range(0, 3125)
                .mapToDouble(code -> {
                    double[] drawn = new double[5];
                    for (int i = 0, rest = code; i < 5; i++, rest /= 5) {
                        drawn[i] = runs[rest % 5];
                    }
                    return Aggregates.interquartileMean(ScoreTable.ofRuns(drawn));
                })
                .sorted()
                .toArray();

        BootstrapInterval interval = BootstrapInterval.of(ScoreTable.ofRuns(runs), 1, Aggregates::interquartileMean);

        then(interval.estimate()).isCloseTo(14.0 / 3, within(1e-12));
        then(interval.low()).isCloseTo(BootstrapInterval.quantile(all, 0.025), within(0.34));
        then(interval.high()).isCloseTo(BootstrapInterval.quantile(all, 0.975), within(0.67));
        then(interval.low()).isLessThan(interval.estimate());
        then(interval.high()).isGreaterThan(interval.estimate());
    }

    @Test
    void resamples_keepToTheirTask() {
        // Without strata a resample could hold more of one task than of the other, and its mean would move.
        ScoreTable table = ScoreTable.of(new double[][] {{0, 0, 0}, {10, 10, 10}});
        BootstrapInterval interval = BootstrapInterval.of(
                table, 1, scores -> Arrays.stream(scores.all()).average().orElseThrow());
        then(interval).isEqualTo(new BootstrapInterval(5, 5, 5, 3));
    }

    @Test
    void comparison_resamplesBothSides() {
        ScoreTable better = ScoreTable.ofRuns(5, 6, 7, 8, 9);
        ScoreTable worse = ScoreTable.ofRuns(1, 2, 3, 4, 4.5, 4.9);
        then(BootstrapInterval.of(better, worse, 1, Aggregates::probabilityOfImprovement))
                .isEqualTo(new BootstrapInterval(1, 1, 1, 5));
        BootstrapInterval difference = BootstrapInterval.of(
                ScoreTable.ofRuns(0, 1),
                ScoreTable.ofRuns(0, 1),
                1,
                (a, b) -> Aggregates.interquartileMean(a) - Aggregates.interquartileMean(b));
        // Both ends have probability 1/16 = 0.0625, above the tails of 0.025.
        then(difference).isEqualTo(new BootstrapInterval(0, -1, 1, 2));
    }

    @Test
    void sameSeed_givesTheSameInterval() {
        ScoreTable table = ScoreTable.ofRuns(3, 1, 4, 1, 5, 9, 2, 6);
        then(BootstrapInterval.of(table, 5, Aggregates::interquartileMean))
                .isEqualTo(BootstrapInterval.of(table, 5, Aggregates::interquartileMean));
    }

    @Test
    void fewerThanFiveRuns_areFew() {
        then(BootstrapInterval.of(ScoreTable.ofRuns(1, 2, 3, 4), 1, Aggregates::interquartileMean)
                        .isOfFewRuns())
                .isTrue();
        then(new BootstrapInterval(0, 0, 0, 5).isOfFewRuns()).isFalse();
    }

    @Test
    void quantile_isLinearBetweenNeighbours() {
        double[] sorted = {0, 10, 20};
        then(BootstrapInterval.quantile(sorted, 0)).isEqualTo(0);
        then(BootstrapInterval.quantile(sorted, 0.25)).isEqualTo(5);
        then(BootstrapInterval.quantile(sorted, 1)).isEqualTo(20);
    }
}
