package dev.ganglion.agents.evolution;

import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Learners;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import org.junit.jupiter.api.Test;

class AugmentedRandomSearchTest {
    private static final long SEED = 3;
    private static final Generation FIRST = new Generation(0, 0, 1, new Noise(SEED));
    private static final double[] RETURNS = {10, 4, 7, 7, 2, 12};

    @Test
    void candidates_areMirroredSteps() {
        AugmentedRandomSearch ars = ars("sigma=0.5,directions=3");

        then(ars.population(1)).isEqualTo(6);
        then(ars.candidates(ars.begin(new double[] {2}), FIRST).apply(4)).containsExactly(2 + 0.5 * direction(2));
        then(ars.candidates(ars.begin(new double[] {2}), FIRST).apply(5)).containsExactly(2 - 0.5 * direction(2));
    }

    @Test
    void learn_fromAllDirections_isTheStepOfVersionOne() {
        AugmentedRandomSearch ars = ars("directions=3,step-size=0.2");

        // Mean 7; squared differences 9, 9, 0, 0, 25, 25 of 6 returns.
        double deviation = Math.sqrt(68 / 6.0);
        double step = 0.2 / (3 * deviation) * (6 * direction(0) + 0 * direction(1) - 10 * direction(2));

        then(learned(ars, RETURNS)).isCloseTo(2 + step, within(1e-12));
    }

    @Test
    void learn_fromTheTopDirections_countsTheirReturnsAlone() {
        AugmentedRandomSearch ars = ars("directions=3,top=2,step-size=0.2");

        // The better sides earn 10, 7 and 12, so directions 2 and 0 are followed. The mean of 2, 12, 10, 4 is 7.
        double deviation = Math.sqrt((25 + 25 + 9 + 9) / 4.0);
        double step = 0.2 / (2 * deviation) * (6 * direction(0) - 10 * direction(2));

        then(learned(ars, RETURNS)).isCloseTo(2 + step, within(1e-12));
    }

    @Test
    void learn_withDecay_takesAShareOfThePointAway() {
        AugmentedRandomSearch ars = ars("directions=3,weight-decay=0.01");

        then(learned(ars, new double[] {5, 5, 5, 5, 5, 5})).isCloseTo(2 * 0.99, within(1e-15));
    }

    @Test
    void top_ofMoreDirectionsThanThereAre_isRefused() {
        thenThrownBy(() -> ars("directions=3,top=4"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ars: top=4 is more than there are directions; it takes 1 to 3, or 0 for all");
    }

    private static double learned(AugmentedRandomSearch ars, double[] returns) {
        return ars.learn(ars.begin(new double[] {2}), FIRST, returns).state().answer()[0];
    }

    private static double direction(int index) {
        return RandomStreams.named(SEED, "run/generation/0/direction/" + index).nextGaussian();
    }

    private static AugmentedRandomSearch ars(String options) {
        return ArsProvider.method(Learners.parse("ars:" + options).options());
    }
}
