package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({"0,0.0000", "0.08107,0.0811", "3.1416,3.142", "93.4,93.40", "797.25,797.3", "-12.5,-12.50"})
    void number_hasFourFigures(double value, String expected) {
        then(Texts.number(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.4,0 s", "59,59 s", "61,1 min 1 s", "3599,59 min 59 s", "7500,2 h 5 min", "Infinity,a long time"})
    void duration_hasItsTwoLargestUnits(double seconds, String expected) {
        then(Texts.duration(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "forward_speed_m_per_s,forward speed,0.1000 m/s",
        "slip_m,slip,0.1000 m",
        "goals_found,goals found,0.1000",
    })
    void measurement_hasItsUnitBehindTheValue(String name, String quantity, String value) {
        then(Texts.measurement(name, 0.1)).containsExactly(quantity, value);
    }
}
