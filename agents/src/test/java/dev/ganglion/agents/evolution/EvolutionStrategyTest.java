package dev.ganglion.agents.evolution;

import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Learners;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EvolutionStrategyTest {
    private static final long SEED = 7;
    private static final Generation THIRD = new Generation(2, 2, 0.5, new Noise(SEED));

    @Test
    void candidates_areMirroredStepsOfTheirPairsStream() {
        EvolutionStrategy es = es("sigma=0.2");
        EvolutionStrategy.State state = es.begin(new double[] {1, -2});
        RandomGenerator random = RandomStreams.named(SEED, "run/generation/2/direction/1");
        double first = random.nextGaussian();
        double second = random.nextGaussian();

        then(es.candidates(state, THIRD).apply(2)).containsExactly(1 + 0.2 * first, -2 + 0.2 * second);
        then(es.candidates(state, THIRD).apply(3)).containsExactly(1 - 0.2 * first, -2 - 0.2 * second);
    }

    @Test
    void ascent_isTheWeightedMeanOfDirections() {
        EvolutionStrategy es = es("optimiser=ascent,sigma=0.5,learning-rate=0.3,population=4,weight-decay=0.1");
        EvolutionStrategy.State state = es.begin(new double[] {2});
        double[] directions = {direction(0), direction(1)};

        // Ranks 3, 0, 1, 2 of 10, 1, 4, 5 give the weights ½, −½, −1/6, 1/6, hence the differences 1 and −1/3.
        double gradient = (directions[0] - directions[1] / 3) / (4 * 0.5);
        double[] moved =
                es.learn(state, THIRD, new double[] {10, 1, 4, 5}).state().answer();

        then(moved[0]).isCloseTo(2 + 0.3 * (gradient - 0.1 * 2), within(1e-12));
    }

    @Test
    void adam_firstStep_isTheStepSizeInTheGradientsDirection() {
        EvolutionStrategy es = es("sigma=0.5,learning-rate=0.3,population=2");
        EvolutionStrategy.State state = es.begin(new double[] {2});

        EvolutionStrategy.State next =
                es.learn(state, THIRD, new double[] {1, 3}).state();

        // The mirrored candidate is better, so the point moves against the direction.
        then(next.answer()[0]).isCloseTo(2 - 0.3 * Math.signum(direction(0)), within(1e-6));
        then(next.steps()).isEqualTo(1);
    }

    @Test
    void adam_secondStep_followsTheMomentsByHand() {
        EvolutionStrategy es = es("sigma=0.5,learning-rate=0.3,population=2,shaping=raw");
        EvolutionStrategy.State before =
                new EvolutionStrategy.State(new double[] {2}, new double[] {0.4}, new double[] {0.09}, 1);

        double gradient = (7 - 3) * direction(0) / (2 * 0.5);
        double mean = 0.9 * 0.4 + 0.1 * gradient;
        double square = 0.999 * 0.09 + 0.001 * gradient * gradient;
        double step = 0.3 * (mean / (1 - 0.81)) / Math.sqrt(square / (1 - 0.998001));

        double[] moved = es.learn(before, THIRD, new double[] {7, 3}).state().answer();
        then(moved[0]).isCloseTo(2 + step, within(1e-6));
    }

    @Test
    void learn_onAParabola_findsItsTop() {
        EvolutionStrategy es =
                es("sigma=0.1,learning-rate=0.05,population=20,schedule=linear,learning-rate-floor=0.001");
        EvolutionStrategy.State state = es.begin(new double[] {1, 1, 1});
        double[] top = {0.2, -0.7, 1.4};
        for (int i = 0; i < 200; i++) {
            Generation generation = new Generation(i, i, 1 - i / 200.0, new Noise(SEED));
            double[] fitness = new double[20];
            for (int k = 0; k < 20; k++) {
                double distance =
                        Vectors.distance(es.candidates(state, generation).apply(k), top);
                fitness[k] = -distance * distance;
            }
            state = es.learn(state, generation, fitness).state();
        }
        then(state.answer()).containsExactly(top, within(0.02));
    }

    @Test
    void restore_ofItsValues_isTheSame() {
        EvolutionStrategy es = es("");
        EvolutionStrategy.State state =
                es.learn(es.begin(new double[] {2, 3}), THIRD, new double[32]).state();
        Map<String, double[]> values = state.values();

        then(es.restore(2, values::get)).usingRecursiveComparison().isEqualTo(state);
        thenThrownBy(() -> es.restore(3, values::get)).hasMessageContaining("point has 2 values, not 3");
    }

    @Test
    void schedule_fallsByItsFactorToItsFloor_orInAStraightLine() {
        Schedule factor = new Schedule(0.4, 0.5, 0.15, false);
        Schedule line = new Schedule(0.4, 0.5, 0.1, true);

        then(factor.at(generation(0, 1))).isEqualTo(0.4);
        then(factor.at(generation(1, 1))).isEqualTo(0.2);
        then(factor.at(generation(2, 1))).isEqualTo(0.15);
        then(line.at(generation(5, 1))).isEqualTo(0.4);
        then(line.at(generation(5, 0.5))).isCloseTo(0.25, within(1e-15));
        then(line.at(generation(5, 0))).isEqualTo(0.1);
    }

    @Test
    void options_thatDoNotGoTogether_areRefused() {
        thenThrownBy(() -> es("population=7"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("es: population=7 is odd, and candidates come in pairs; the nearest is 8");
        thenThrownBy(() -> es("sigma=0.1,sigma-floor=0.2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sigma-floor to 0.1 or less, not 0.2");
        thenThrownBy(() -> es("sigme=0.1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did you mean 'sigma'");
    }

    private static Generation generation(long age, double remaining) {
        return new Generation(age, age, remaining, new Noise(SEED));
    }

    private static double direction(int pair) {
        return RandomStreams.named(SEED, "run/generation/2/direction/" + pair).nextGaussian();
    }

    private static EvolutionStrategy es(String options) {
        return EsProvider.method(Learners.parse("es:" + options).options());
    }
}
