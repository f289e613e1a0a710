package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
    @Test
    void threeBelowThree_isTwoOfTwentyDeals() {
        MannWhitney test = MannWhitney.compare(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        then(test.u()).isZero();
        then(test.p()).isCloseTo(0.1, within(1e-12));
        then(test.superiority()).isZero();
        then(test.cliffsDelta()).isEqualTo(-1);
    }

    /** The printed 5 % points: for ten and ten values U = 23 is significant and 24 is not (Siegel 1956, table K). */
    @Test
    void tenAndTen_agreeWithTheTable() {
        then(ofTen(23).p()).isLessThanOrEqualTo(0.05);
        then(ofTen(24).p()).isGreaterThan(0.05);
    }

    /** Two samples of ten without ties whose U is as asked, up to 100. */
    private static MannWhitney ofTen(int u) {
        double[] second = new double[10];
        double[] first = new double[10];
        for (int i = 0, left = u; i < 10; i++) {
            second[i] = i;
            int won = Math.min(left, 10);
            first[i] = won - 0.5 + i * 0.001;
            left -= won;
        }
        MannWhitney test = MannWhitney.compare(first, second);
        then(test.u()).isEqualTo(u);
        return test;
    }

    @Test
    void p_agreesWithDealingOutTheValuesInEveryWay() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(5);
            int m = 1 + random.nextInt(5);
            // Few different values, so that most rounds have ties.
            double[] pooled = random.ints(n + m, 0, round % 2 == 0 ? 4 : 1_000)
                    .mapToDouble(value -> value)
                    .toArray();
            double[] first = Arrays.copyOf(pooled, n);
            double[] second = Arrays.copyOfRange(pooled, n, n + m);
            MannWhitney test = MannWhitney.compare(first, second);
            then(test.p()).as(Arrays.toString(pooled)).isCloseTo(bruteForce(pooled, n), within(1e-12));
        }
    }

    private static double bruteForce(double[] pooled, int n) {
        int m = pooled.length - n;
        double observed = Math.abs(wins(pooled, (1 << n) - 1) - n * m / 2.0);
        int deals = 0;
        int extreme = 0;
        for (int subset = 0; subset < 1 << pooled.length; subset++) {
            if (Integer.bitCount(subset) == n) {
                deals++;
                extreme += Math.abs(wins(pooled, subset) - n * m / 2.0) >= observed ? 1 : 0;
            }
        }
        return (double) extreme / deals;
    }

    private static double wins(double[] pooled, int subset) {
        double wins = 0;
        for (int i = 0; i < pooled.length; i++) {
            for (int j = 0; j < pooled.length; j++) {
                if ((subset >> i & 1) == 1 && (subset >> j & 1) == 0) {
                    wins += (Math.signum(pooled[i] - pooled[j]) + 1) / 2;
                }
            }
        }
        return wins;
    }

    @Test
    void equalSamples_areNoEvidence() {
        MannWhitney test = MannWhitney.compare(new double[] {2, 2}, new double[] {2, 2, 2});
        then(test.p()).isEqualTo(1);
        then(test.superiority()).isEqualTo(0.5);
    }

    @Test
    void emptySample_isRefused() {
        thenThrownBy(() -> MannWhitney.compare(new double[0], new double[] {1})).hasMessageContaining("not 0 and 1");
    }
}
