package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanIntervalTest {
    /** Values of the printed table of the two-sided 5 % points (Fisher and Yates 1963, table III). */
    @ParameterizedTest
    @CsvSource({
        "1,12.706",
        "2,4.303",
        "3,3.182",
        "4,2.776",
        "5,2.571",
        "6,2.447",
        "9,2.262",
        "10,2.228",
        "19,2.093",
        "29,2.045",
        "40,2.021",
        "60,2.000",
        "120,1.980",
        "1000000,1.960"
    })
    void studentT_agreesWithTheTable(int degrees, double expected) {
        then(MeanInterval.studentT(degrees)).isCloseTo(expected, within(0.0006));
    }

    @Test
    void of_fourValues_isTheHandArithmetic() {
        // Mean 2.5, variance 5/3, standard error sqrt(5/12) = 0.6455; times 3.182 is 2.054.
        MeanInterval interval = MeanInterval.of(List.of(1.0, 2.0, 3.0, 4.0));
        then(interval.mean()).isEqualTo(2.5);
        then(interval.low()).isCloseTo(2.5 - 2.054, within(0.001));
        then(interval.high()).isCloseTo(2.5 + 2.054, within(0.001));
    }

    @Test
    void of_oneValue_saysNothingAboutTheMean() {
        then(MeanInterval.of(List.of(7.0)))
                .isEqualTo(new MeanInterval(7, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void of_equalValues_isAPoint() {
        then(MeanInterval.of(List.of(7.0, 7.0, 7.0))).isEqualTo(new MeanInterval(7, 7, 7));
    }

    @Test
    void of_nothing_isRefused() {
        thenThrownBy(() -> MeanInterval.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
