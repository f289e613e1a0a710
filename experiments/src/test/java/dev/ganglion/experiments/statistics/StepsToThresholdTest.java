package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepsToThresholdTest {
    @Test
    void of_isTheFirstPointAtOrAboveTheThreshold() {
        long[] steps = {100, 200, 300, 400};
        double[] returns = {1, 5, 4, 9};
        then(StepsToThreshold.of(steps, returns, 5, 500)).isEqualTo(new StepsToThreshold(200, true));
        then(StepsToThreshold.of(steps, returns, 10, 500)).isEqualTo(new StepsToThreshold(500, false));
    }

    @Test
    void median_takesCensoredRunsOutOfThoseAtRisk() {
        // At 10, one of four: 3/4. At 30, one of the two that are left: 3/8, below a half.
        then(StepsToThreshold.median(List.of(reached(10), censored(20), reached(30), censored(40))))
                .hasValue(30);
        // At 10, 3/4; at 20, 2/3 of that, just a half; the run censored at 20 was at risk there.
        then(StepsToThreshold.median(List.of(reached(10), reached(20), censored(20), censored(40))))
                .hasValue(20);
    }

    @Test
    void median_isOpenIfMostRunsNeverGetThere() {
        then(StepsToThreshold.median(List.of(reached(10), censored(40), censored(40))))
                .isEmpty();
        then(StepsToThreshold.median(List.of())).isEmpty();
    }

    private static StepsToThreshold reached(long steps) {
        return new StepsToThreshold(steps, true);
    }

    private static StepsToThreshold censored(long steps) {
        return new StepsToThreshold(steps, false);
    }
}
