package dev.ganglion.agents.evolution;

import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

class ShapingTest {
    @Test
    void centredRanks_runFromMinusToPlusAHalf() {
        then(Shaping.CENTRED_RANKS.weights(new double[] {30, -7, 2, 31, 2.5}))
                .containsExactly(0.25, -0.5, -0.25, 0.5, 0);
    }

    @Test
    void centredRanks_ofEqualCandidates_areTheMeanOfTheirs() {
        // Ranks 0, 1, 2, 3 over 3, less a half: the equal ones share (1 + 2)/2.
        then(Shaping.CENTRED_RANKS.weights(new double[] {5, 5, 9, 1})).containsExactly(0, 0, 0.5, -0.5);
        then(Shaping.CENTRED_RANKS.weights(new double[] {4, 4})).containsExactly(0, 0);
        then(Shaping.CENTRED_RANKS.weights(new double[] {4})).containsExactly(0);
    }

    @Test
    void standardised_hasMeanZeroAndDeviationOne() {
        // Mean 4, squared differences 9, 1, 1, 9, so the deviation is √5.
        double root = Math.sqrt(5);
        then(Shaping.STANDARDISED.weights(new double[] {1, 3, 5, 7}))
                .containsExactly(new double[] {-3 / root, -1 / root, 1 / root, 3 / root}, within(1e-15));
        then(Shaping.STANDARDISED.weights(new double[] {6, 6, 6})).containsExactly(0, 0, 0);
    }

    @Test
    void raw_isTheFitness() {
        then(Shaping.RAW.weights(new double[] {2, -8})).containsExactly(2, -8);
    }
}
