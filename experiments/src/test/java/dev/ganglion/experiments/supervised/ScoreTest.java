package dev.ganglion.experiments.supervised;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void accuracy_twoOfThreeRight_isTwoThirds() {
        Score score = Score.of(Goal.CLASS);
        score.add(new float[] {0.1f, 0.7f, 0.2f, -1, -3, -2}, new float[] {0, 1, 0, 1, 0, 0}, 3);
        score.add(new float[] {5, 6, 7}, new float[] {1, 0, 0}, 3);
        then(score.value()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void relativeError_ofTheMean_isOne() {
        Score score = Score.of(Goal.VALUE);
        score.add(new float[] {2, 2}, new float[] {1, 3}, 1);
        then(score.value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void relativeError_byHand_isRootOfErrorsOverSquares() {
        Score score = Score.of(Goal.VALUE);
        score.add(new float[] {1}, new float[] {1}, 1);
        score.add(new float[] {4, 5}, new float[] {2, 6}, 1);
        // Errors 0, 2, 1; the mean is 3, deviations −2, −1, 3: sqrt(5 / 14).
        then(score.value()).isCloseTo(Math.sqrt(5.0 / 14), within(1e-12));
    }
}
