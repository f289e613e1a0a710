package dev.ganglion.environments.wrapper;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomisationTest {
    private static double reached(Environment environment, long seed) {
        float[] observation = new float[environment.spec().observation().size()];
        environment.reset(seed, observation, 0);
        for (int step = 0; step < 10; step++) {
            environment.step(new float[] {1}, 0, observation, 0);
        }
        return observation[3];
    }

    @Test
    void randomise_aRange_drawsAnewForEachEpisode() {
        Environment random =
                Environments.parse("cartpole/swingup:randomise=cart-mass:1..10").create();
        double lightest =
                reached(Environments.parse("cartpole/swingup:cart-mass=1").create(), 1);
        double heaviest =
                reached(Environments.parse("cartpole/swingup:cart-mass=10").create(), 1);
        then(reached(random, 1)).isBetween(heaviest, lightest);
        then(reached(random, 1)).isEqualTo(reached(random, 1)).isNotEqualTo(reached(random, 2));
        then(random.spec().name()).isEqualTo("cartpole/swingup:randomise=cart-mass:1..10");
    }

    @Test
    void randomise_noWidth_isTheParameter() {
        Environment fixed = Environments.parse("cartpole/swingup:randomise=cart-mass:3..3+force:5..5")
                .create();
        Environment plain =
                Environments.parse("cartpole/swingup:cart-mass=3,force=5").create();
        then(reached(fixed, 4)).isCloseTo(reached(plain, 4), within(0.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cart-mas:1..2 | did you mean 'cart-mass'",
                "cart-mass:1..20 | the nearest is 10",
                "cart-mass:4..2 | runs backwards",
                "period:0.01..0.02 | cannot draw period",
                "cart-mass | such as friction:0.4..1.2",
                "velocities:1..2 | has no number 'velocities'"
            })
    void randomise_whatCannotBe_isRefused(String value, String reason) {
        thenThrownBy(() -> Environments.parse("cartpole/swingup:randomise=" + value)
                        .create())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }
}
