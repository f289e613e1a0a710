package dev.ganglion.controllers.parameter;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.Sign;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialValueTest {
    private static final List<InitialValue> ALL = List.of(
            new InitialValue.Fixed(1),
            new InitialValue.Fixed(-2),
            new InitialValue.Uniform(0, 1),
            new InitialValue.Uniform(-3, 0),
            new InitialValue.EitherSign(1.5));

    @Test
    void ablations_ofPublishedInitialValues_areThePublishedOnes() {
        // Bhattasali, Zador and Engel (2022): with signs 1, −1; U(0, 1), U(−1, 0); without ±1; U(−1, 1).
        then(new InitialValue.Fixed(1).withRandomMagnitude()).isEqualTo(new InitialValue.Uniform(0, 1));
        then(new InitialValue.Fixed(-1).withRandomMagnitude()).isEqualTo(new InitialValue.Uniform(-1, 0));
        then(new InitialValue.Fixed(-1).withRandomSign()).isEqualTo(new InitialValue.EitherSign(1));
        then(new InitialValue.Fixed(1).withRandomSign().withRandomMagnitude())
                .isEqualTo(new InitialValue.Uniform(-1, 1));
    }

    @Test
    void ablations_inEitherOrder_comeToTheSame() {
        for (InitialValue value : ALL) {
            then(value.withRandomSign().withRandomMagnitude())
                    .isEqualTo(value.withRandomMagnitude().withRandomSign());
        }
    }

    @Test
    void agreesWith_decidedSign_isTrueOfTheDraws() {
        for (InitialValue value : ALL) {
            boolean neverNegative = true;
            boolean neverPositive = true;
            var random = RandomStreams.named(7, "draws");
            for (int i = 0; i < 200; i++) {
                double drawn = value.sample(random);
                neverNegative &= drawn >= 0;
                neverPositive &= drawn <= 0;
            }
            then(value.agreesWith(Sign.EXCITATORY)).as("%s", value).isEqualTo(neverNegative);
            then(value.agreesWith(Sign.INHIBITORY)).as("%s", value).isEqualTo(neverPositive);
            then(value.agreesWith(Sign.UNKNOWN)).isTrue();
        }
    }
}
