package dev.ganglion.controllers;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterCountTest {
    // A simple recurrent network of H units with 3 inputs and 2 outputs has H·(3 + H) + H + 2·H + 2 = H² + 6·H + 2
    // parameters: 9, 18, 29, 42, 57, 74, 93, … 41,609 for H = 201.
    @ParameterizedTest
    @CsvSource({"1, 9", "13, 9", "14, 18", "18, 18", "23, 18", "24, 29", "57, 57", "65, 57", "66, 74", "41609, 41609"})
    void nearest_target_isTheNearestCount(int target, int expected) {
        Controller controller = Controllers.parse("rnn:match=" + target).bind(PlainSpecs.choice(3, 2));

        then(ParameterCount.of(controller)).isEqualTo(expected);
    }
}
