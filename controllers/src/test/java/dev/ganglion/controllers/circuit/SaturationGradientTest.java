package dev.ganglion.controllers.circuit;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Probe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SaturationGradientTest {
    private static final float[] INPUTS = {-1e6f, -3, -0.1f, 0, 1e-7f, 0.3f, 0.7777777f, 1, 1.0000001f, 2.5f, 1e6f};

    @ParameterizedTest
    @EnumSource(SaturationGradient.class)
    void clip_anyInput_hasTheVeryValueOfTheFormula(SaturationGradient gradient) {
        float[] expected = new float[INPUTS.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.min(1, Math.max(0, INPUTS[i]));
        }

        then(Probe.of(INPUTS, gradient::clip).values()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"EXACT, 0, 0", "LEAKY, 0, 0.1", "STRAIGHT_THROUGH, 1, 1"})
    void clip_outsideTheLimits_hasTheShareOfTheGradientWithin(SaturationGradient gradient, float below, float above) {
        float[] expected = {below, below, below, 1, 1, 1, 1, 1, above, above, above};

        then(Probe.of(INPUTS, gradient::clip).gradient()).containsExactly(expected, within(1e-6f));
    }
}
