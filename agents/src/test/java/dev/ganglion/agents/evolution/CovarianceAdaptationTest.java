package dev.ganglion.agents.evolution;

import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CovarianceAdaptationTest {
    private static final int SIZE = 10;

    /*
     * How many evaluations pycma 4.5.0 (the method's authors' own) needs from (1, …, 1) with σ₀ = 0.5, CMA_active off, to
     * reach 1e-10, over the seeds 1 to 15: on the sphere 1430 to 1750, median 1640; on the ellipsoid 5420 to 6260, median
     * 5830. It differs in c_σ, hence the room on both sides.
     */

    @Test
    void learn_onTheSphere_takesAsManyEvaluationsAsTheReference() {
        then(median(x -> Arrays.stream(x).map(v -> v * v).sum())).isBetween(1300.0, 1950.0);
    }

    @Test
    void learn_onTheEllipsoid_takesAsManyEvaluationsAsTheReference() {
        then(median(x -> {
                    double sum = 0;
                    for (int i = 0; i < SIZE; i++) {
                        sum += Math.pow(10, 6.0 * i / (SIZE - 1)) * x[i] * x[i];
                    }
                    return sum;
                }))
                .isBetween(5000.0, 6700.0);
    }

    private static double median(ToDoubleFunction<double[]> function) {
        double[] counts = new double[5];
        for (int seed = 0; seed < counts.length; seed++) {
            counts[seed] = evaluations(function, seed);
        }
        return Arrays.stream(counts).sorted().toArray()[2];
    }

    private static int evaluations(ToDoubleFunction<double[]> function, long seed) {
        CovarianceAdaptation cma = cma("sigma=0.5");
        double[] start = new double[SIZE];
        Arrays.fill(start, 1);
        CovarianceAdaptation.State state = cma.begin(start);
        int population = cma.population(SIZE);
        for (int number = 0; number < 2000; number++) {
            Generation generation = new Generation(number, number, 1, new Noise(seed));
            double[] fitness = new double[population];
            for (int i = 0; i < population; i++) {
                fitness[i] = -function.applyAsDouble(
                        cma.candidates(state, generation).apply(i));
            }
            if (Arrays.stream(fitness).max().orElseThrow() > -1e-10) {
                return (number + 1) * population;
            }
            state = cma.learn(state, generation, fitness).state();
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void strategy_hasTheTutorialsConstants() {
        CovarianceAdaptation.Strategy strategy = CovarianceAdaptation.Strategy.of(10, 10);

        // c_1, c_μ, c_c and μ_eff as pycma 4.5.0 has them for ten values and ten candidates.
        then(strategy.rankOne()).isCloseTo(0.015283824524751714, within(1e-12));
        then(strategy.rankMany()).isCloseTo(0.02355177665041747, within(1e-12));
        then(strategy.pathRate()).isCloseTo(0.29499038303562225, within(1e-12));
        then(strategy.mass()).isCloseTo(3.1672992814107017, within(1e-12));
        // (μ_eff + 2)/(n + μ_eff + 5) and E‖N(0, I)‖ ≈ √n·(1 − 1/4n + 1/21n²)
        then(strategy.sigmaRate()).isCloseTo(5.1672992814 / 18.1672992814, within(1e-9));
        then(strategy.damping()).isCloseTo(1 + strategy.sigmaRate(), within(1e-12));
        then(strategy.expected()).isCloseTo(3.0847, within(1e-4));
        then(Arrays.stream(strategy.weights()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void population_growsWithTheLogarithmOfTheNumberOfValues() {
        then(cma("").population(4)).isEqualTo(8);
        then(cma("").population(68)).isEqualTo(16);
        then(cma("population=12").population(68)).isEqualTo(12);
    }

    @Test
    void learn_firstGeneration_followsTheRulesByHand() {
        // One value and four candidates: better half of two, weights ∝ ln 2.5 − ln 1 and ln 2.5 − ln 2.
        CovarianceAdaptation cma = cma("population=4,sigma=0.5");
        Generation first = new Generation(0, 0, 1, new Noise(1));
        double[] z = new double[4];
        for (int i = 0; i < 4; i++) {
            z[i] = RandomStreams.named(1, "run/generation/0/direction/" + i).nextGaussian();
        }
        double one = Math.log(2.5) / (Math.log(2.5) + Math.log(1.25));
        double mass = 1 / (one * one + (1 - one) * (1 - one));
        double y = one * z[2] + (1 - one) * z[0];
        double sigmaRate = (mass + 2) / (mass + 6);
        double path = Math.sqrt(sigmaRate * (2 - sigmaRate) * mass) * y;
        double damping = 1 + sigmaRate + 2 * Math.max(0, Math.sqrt((mass - 1) / 2) - 1);
        double expected = 1 - 1 / 4.0 + 1 / 21.0;
        double pathRate = (4 + mass) / (5 + 2 * mass);
        boolean moves = Math.abs(path) / Math.sqrt(1 - (1 - sigmaRate) * (1 - sigmaRate)) < (1.4 + 2 / 2.0) * expected;
        double ownPath = moves ? Math.sqrt(pathRate * (2 - pathRate) * mass) * y : 0;
        double rankOne = 2 / (2.3 * 2.3 + mass);
        double rankMany = Math.min(1 - rankOne, 2 * (0.25 + mass + 1 / mass - 2) / (9 + mass));
        double kept = 1 - rankOne - rankMany + (moves ? 0 : rankOne * pathRate * (2 - pathRate));

        CovarianceAdaptation.State next = cma.learn(cma.begin(new double[] {3}), first, new double[] {5, 1, 8, 4})
                .state();

        then(next.answer()[0]).isCloseTo(3 + 0.5 * y, within(1e-12));
        then(next.sigmaPath()[0]).isCloseTo(path, within(1e-12));
        then(next.sigma())
                .isCloseTo(0.5 * Math.exp(sigmaRate / damping * (Math.abs(path) / expected - 1)), within(1e-12));
        then(next.covariance()[0])
                .isCloseTo(
                        kept + rankOne * ownPath * ownPath + rankMany * (one * z[2] * z[2] + (1 - one) * z[0] * z[0]),
                        within(1e-12));
    }

    @Test
    void restore_ofItsValues_isTheSameToTheBit() {
        CovarianceAdaptation cma = cma("");
        Generation generation = new Generation(0, 0, 1, new Noise(1));
        double[] fitness = {1, 2, 3, 4, 5, 6, 7};
        CovarianceAdaptation.State state = cma.learn(cma.begin(new double[] {1, 2, 3}), generation, fitness)
                .state();
        Map<String, double[]> values = state.values();

        then(cma.restore(3, values::get)).usingRecursiveComparison().isEqualTo(state);
    }

    @Test
    void eigen_putsARandomMatrixTogetherAgain() {
        RandomGenerator random = RandomStreams.named(4, "matrix");
        int size = 12;
        double[] matrix = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double value = random.nextGaussian();
                matrix[row * size + column] = value;
                matrix[column * size + row] = value;
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix, size);

        for (int column = 0; column < size; column++) {
            double[] unit = new double[size];
            unit[column] = 1;
            double[] again = eigen.out(eigen.values(), eigen.in(unit));
            for (int row = 0; row < size; row++) {
                then(again[row]).isCloseTo(matrix[row * size + column], within(1e-12));
            }
            then(Vectors.norm(eigen.in(unit))).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void eigen_ofTwoByTwo_isByHand() {
        // 3 and 1, along the diagonals
        SymmetricEigen eigen = SymmetricEigen.of(new double[] {2, 1, 1, 2}, 2);

        then(Arrays.stream(eigen.values()).sorted().toArray()).containsExactly(new double[] {1, 3}, within(1e-12));
    }

    @Test
    void train_ofTooManyParameters_isRefused() {
        TrainingPlan plan = new TrainingPlan(
                PointProvider.choice(""), Controllers.parse("mlp:hidden=64"), Learners.parse("cma-es"), 1, 1, 1, 1);

        thenThrownBy(() -> plan.learner().provider().train(plan, null).blockingSubscribe())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cma-es searches over at most 200 parameters, and mlp:hidden=64 on toy/point has 257;"
                        + " take es or ars, which have no such limit");
        thenThrownBy(() -> cma("population=3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("it takes 4 or more, or 0");
    }

    private static CovarianceAdaptation cma(String options) {
        return CmaEsProvider.method(Learners.parse("cma-es:" + options).options());
    }
}
