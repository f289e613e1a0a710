package dev.ganglion.environments.control;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.control.Tolerance.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {
    private static final Tolerance SHARP = Tolerance.between(-1, 2);

    @Test
    void of_withoutMargin_isOneBetweenTheBoundsOnly() {
        then(SHARP.of(-1)).isEqualTo(1);
        then(SHARP.of(2)).isEqualTo(1);
        then(SHARP.of(2.0001)).isZero();
        then(SHARP.of(-1.0001)).isZero();
    }

    /**
     * By hand, one margin away the value given there; half a margin away: 0.1^(1/4) for the bell curve,
     * 1/(1 + 9/4) for the long tail, 1 - 0.9/2 and 1 - 0.9/4; two margins away: 0.1^4, 1/(1 + 36), 0 and 0.
     */
    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN,  0.5623413, 1e-4",
        "LONG_TAIL, 0.3076923, 0.0270270",
        "LINEAR,    0.55,      0",
        "QUADRATIC, 0.775,     0",
    })
    void of_outsideTheBounds_fallsByItsShapeOnBothSides(Shape shape, double halfWay, double twice) {
        Tolerance tolerance = SHARP.withMargin(4).falling(shape, 0.1);
        then(tolerance.of(6)).isCloseTo(0.1, within(1e-12));
        then(tolerance.of(4)).isCloseTo(halfWay, within(1e-7));
        then(tolerance.of(-3)).isCloseTo(halfWay, within(1e-7));
        then(tolerance.of(10)).isCloseTo(twice, within(1e-7));
    }

    @Test
    void new_impossibleBoundsOrValues_areRefused() {
        thenThrownBy(() -> Tolerance.between(1, 0)).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> SHARP.withMargin(-1)).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> SHARP.falling(Shape.GAUSSIAN, 0)).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> SHARP.falling(Shape.LINEAR, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
