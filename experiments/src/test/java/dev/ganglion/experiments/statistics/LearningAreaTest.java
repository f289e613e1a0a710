package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import org.junit.jupiter.api.Test;

class LearningAreaTest {
    @Test
    void mean_isLinearBetweenPointsAndLevelOutside() {
        // 10 for 100 steps, 10 to 30 over 100 (mean 20), 30 for 200: (1000 + 2000 + 6000) / 400.
        then(LearningArea.mean(new long[] {100, 200}, new double[] {10, 30}, 400))
                .isEqualTo(22.5);
        then(LearningArea.mean(new long[] {100}, new double[] {7}, 100)).isEqualTo(7);
    }

    @Test
    void mean_ofNoPointsOrBeyondTheBudget_isRefused() {
        thenThrownBy(() -> LearningArea.mean(new long[0], new double[0], 10)).hasMessageContaining("no curve");
        thenThrownBy(() -> LearningArea.mean(new long[] {11}, new double[] {1}, 10))
                .hasMessageContaining("no curve");
    }
}
