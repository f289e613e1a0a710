package dev.ganglion.experiments.config;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"100000,100000", "100_000,100000", "1e5,100000", "100k,100000", "1.5m,1500000", "2.5e3,2500", "0,0"})
    void whole_anyWayToWriteIt_isTheSameNumber(String text, long expected) {
        then(Quantities.whole("steps", text, 0, Long.MAX_VALUE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1e", "0x10", "1.5", "1e-3", "--5", "1e999", "NaN", "1 000"})
    void whole_anythingElse_isRefusedWithExamples(String text) {
        thenThrownBy(() -> Quantities.whole("steps", text, 0, Long.MAX_VALUE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("steps is a whole number such as 100000");
    }

    @Test
    void whole_outsideTheLimits_namesTheNearest() {
        thenThrownBy(() -> Quantities.whole("workers", "0", 1, 64))
                .hasMessage("workers cannot be 0; it takes 1 to 64, the nearest is 1");
        thenThrownBy(() -> Quantities.whole("workers", "1e9", 1, 64)).hasMessageContaining("the nearest is 64");
        thenThrownBy(() -> Quantities.whole("steps", "1e99", 0, Long.MAX_VALUE)).hasMessageContaining("at least 0");
    }
}
