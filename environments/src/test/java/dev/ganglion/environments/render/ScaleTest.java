package dev.ganglion.environments.render;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 0.1", "0.11, 0.2, 0.1", "0.3, 0.5, 0.2", "0.7, 1, 0.5", "2, 2, 2", "49, 50, 20"})
    void round_anyLength_isOneTwoOrFiveTimesAPowerOfTen(double length, double above, double below) {
        then(Scale.atLeast(length)).isCloseTo(above, within(1e-9));
        then(Scale.atMost(length)).isCloseTo(below, within(1e-9));
    }
}
