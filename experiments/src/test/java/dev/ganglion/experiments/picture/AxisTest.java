package dev.ganglion.experiments.picture;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @Test
    void around_takesInBothEnds_withRoundTicks() {
        then(Axis.around(0, 961, 5).ticks()).containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0);
        then(Axis.around(-0.03, 0.11, 5).ticks()).hasSizeBetween(4, 9);
    }

    @Test
    void around_nothing_stillHasAnAxis() {
        Axis axis = Axis.around(7, 7, 5);
        then(axis.low()).isLessThanOrEqualTo(7);
        then(axis.high()).isGreaterThanOrEqualTo(7);
        then(axis.ticks()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "250,250",
        "9000,9000",
        "40000,40k",
        "100000,100k",
        "1500000,1.5M",
        "0.25,0.25",
        "-50,-50"
    })
    void label_isShort(double value, String expected) {
        then(Axis.label(value)).isEqualTo(expected);
    }
}
