package dev.ganglion.controllers.parameter;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Sign;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParametrisationTest {
    @ParameterizedTest
    @EnumSource(Parametrisation.class)
    void raw_ofReachableWeights_leadsBackToThem(Parametrisation parametrisation) {
        for (double magnitude : new double[] {1e-5, 0.3, 1, 17}) {
            double excitatory = parametrisation.raw(Sign.EXCITATORY, magnitude);
            double inhibitory = parametrisation.raw(Sign.INHIBITORY, -magnitude);

            then(parametrisation.effective(Sign.EXCITATORY, excitatory)).isCloseTo(magnitude, within(1e-12));
            then(parametrisation.effective(Sign.INHIBITORY, inhibitory)).isCloseTo(-magnitude, within(1e-12));
        }
    }

    @ParameterizedTest
    // The nearest weight that each can take to one of the wrong sign.
    @CsvSource({"CLAMP, 0", "STRAIGHT_THROUGH, 0", "EXPONENTIAL, 1e-6"})
    void raw_ofTheWrongSign_leadsToTheNearestWeight(Parametrisation parametrisation, double nearest) {
        double excitatory = parametrisation.raw(Sign.EXCITATORY, -0.5);
        double inhibitory = parametrisation.raw(Sign.INHIBITORY, 0.5);

        then(parametrisation.effective(Sign.EXCITATORY, excitatory)).isCloseTo(nearest, within(1e-15));
        then(parametrisation.effective(Sign.INHIBITORY, inhibitory)).isCloseTo(-nearest, within(1e-15));
    }

    @ParameterizedTest
    // ω = −0.5 and 2 for a weight with sign +: by hand from the four definitions.
    @CsvSource({"FREE, -0.5, 2", "CLAMP, 0, 2", "STRAIGHT_THROUGH, 0, 2", "EXPONENTIAL, 0.60653066, 7.38905610"})
    void effective_ofExcitatory_isTheDefinition(Parametrisation parametrisation, double ofMinusHalf, double ofTwo) {
        then(parametrisation.effective(Sign.EXCITATORY, -0.5)).isCloseTo(ofMinusHalf, within(1e-8));
        then(parametrisation.effective(Sign.EXCITATORY, 2)).isCloseTo(ofTwo, within(1e-8));
    }

    @ParameterizedTest
    // The mirror image: an inhibitory synapse at −ω.
    @CsvSource({"FREE, 0.5, -2", "CLAMP, 0, -2", "STRAIGHT_THROUGH, 0, -2", "EXPONENTIAL, -0.60653066, -7.38905610"})
    void effective_ofInhibitory_isTheMirrorImage(Parametrisation parametrisation, double ofHalf, double ofMinusTwo) {
        then(parametrisation.effective(Sign.INHIBITORY, 0.5)).isCloseTo(ofHalf, within(1e-8));
        then(parametrisation.effective(Sign.INHIBITORY, -2)).isCloseTo(ofMinusTwo, within(1e-8));
    }
}
