package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void correct_multipliesByTheTestsThatAreLeft() {
        // Ascending: 0.005·4 = 0.02, 0.01·3 = 0.03, 0.03·2 = 0.06, and 0.04·1 is raised to the one before.
        then(Holm.correct(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void correct_neverExceedsOne_andLeavesASingleTestAlone() {
        then(Holm.correct(0.6, 0.7)).containsExactly(1, 1);
        then(Holm.correct(0.04)).containsExactly(0.04);
        then(Holm.correct()).isEmpty();
    }
}
