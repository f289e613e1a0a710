package dev.ganglion.agents.evolution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * CMA-ES: candidates are drawn from a Gaussian whose mean, step size and covariance follow the better half of them.
 *
 * <p>Hansen, "The CMA evolution strategy: a tutorial" (arXiv 1604.00772, second version of 2023), figure 6 and table 1, with positive
 * recombination weights only. The covariance is decomposed in every generation.
 *
 * @param asked number of candidates in a generation; 0 for {@code 4 + ⌊3·ln n⌋}
 * @param sigma initial step size, in raw parameters
 */
public record CovarianceAdaptation(int asked, double sigma) implements SearchMethod<CovarianceAdaptation.State> {
    /** The most parameters; ours. A decomposition costs the cube of their number. */
    static final int LARGEST = 200;

    @Override
    public int population(int size) {
        return asked == 0 ? 4 + (int) (3 * Math.log(size)) : asked;
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public State begin(double[] start) {
        int size = start.length;
        return State.of(start.clone(), sigma, new double[size], new double[size], SymmetricEigen.identity(size), 0);
    }

    @Override
    public State restore(int size, Function<String, double[]> values) {
        return State.of(
                Vectors.required(values, State.MEAN, size),
                Vectors.required(values, State.SIGMA, 1)[0],
                Vectors.required(values, State.SIGMA_PATH, size),
                Vectors.required(values, State.COVARIANCE_PATH, size),
                Vectors.required(values, State.COVARIANCE, size * size),
                (long) Vectors.required(values, State.GENERATIONS, 1)[0]);
    }

    @Override
    public IntFunction<double[]> candidates(State state, Generation generation) {
        return candidate -> Vectors.plus(state.mean(), state.sigma(), step(state, generation, candidate));
    }

    /** A candidate's distance from the mean in step sizes, {@code y = B·D·z}. */
    private static double[] step(State state, Generation generation, int candidate) {
        double[] normal = generation.noise().normal(generation.number(), "direction", candidate, state.mean().length);
        return state.eigen().out(state.lengths(), normal);
    }

    @Override
    public Learned<State> learn(State state, Generation generation, double[] fitness) {
        int size = state.mean().length;
        Strategy strategy = Strategy.of(size, fitness.length);
        List<double[]> best = IntStream.range(0, fitness.length)
                .boxed()
                .sorted(Comparator.comparingDouble(candidate -> -fitness[candidate]))
                .limit(strategy.weights().length)
                .map(candidate -> step(state, generation, candidate))
                .toList();
        double[] mean = new double[size];
        for (int i = 0; i < best.size(); i++) {
            Vectors.add(mean, strategy.weights()[i], best.get(i));
        }
        State next = strategy.next(state, best, mean);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("search/sigma", next.sigma());
        metrics.put(
                "search/longest_axis",
                next.sigma() * Arrays.stream(next.lengths()).max().orElse(0));
        metrics.put(
                "search/shortest_axis",
                next.sigma() * Arrays.stream(next.lengths()).min().orElse(0));
        metrics.put("search/step_norm", Vectors.distance(next.mean(), state.mean()));
        return new Learned<>(next, metrics);
    }

    /**
     * The constants of table 1.
     *
     * @param weights recombination weights of the better half, the best first; they sum to 1
     * @param mass variance effective selection mass μ_eff
     * @param sigmaRate c_σ
     * @param damping d_σ
     * @param pathRate c_c
     * @param rankOne c_1
     * @param rankMany c_μ
     * @param expected expected length of a standard normal vector
     */
    record Strategy(
            double[] weights,
            double mass,
            double sigmaRate,
            double damping,
            double pathRate,
            double rankOne,
            double rankMany,
            double expected) {
        static Strategy of(int n, int population) {
            double[] weights = new double[population / 2];
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.log((population + 1) / 2.0) - Math.log(i + 1.0);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
                squares += weights[i] * weights[i];
            }
            double mass = 1 / squares;
            double sigmaRate = (mass + 2) / (n + mass + 5);
            double rankOne = 2 / ((n + 1.3) * (n + 1.3) + mass);
            return new Strategy(
                    weights,
                    mass,
                    sigmaRate,
                    1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + sigmaRate,
                    (4 + mass / n) / (n + 4 + 2 * mass / n),
                    rankOne,
                    Math.min(1 - rankOne, 2 * (0.25 + mass + 1 / mass - 2) / ((n + 2.0) * (n + 2.0) + mass)),
                    Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n)));
        }

        /**
         * The state after a generation.
         *
         * @param best steps of the better half, the best first
         * @param step their weighted mean
         */
        State next(State state, List<double[]> best, double[] step) {
            int n = step.length;
            // C^(−1/2)·⟨y⟩ in the axes of the covariance
            double[] inward = state.eigen().in(step);
            for (int i = 0; i < n; i++) {
                inward[i] /= state.lengths()[i];
            }
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            double[] sigmaPath = state.sigmaPath().clone();
            Vectors.add(sigmaPath, -sigmaRate, state.sigmaPath());
            Vectors.add(
                    sigmaPath,
                    Math.sqrt(sigmaRate * (2 - sigmaRate) * mass),
                    state.eigen().out(ones, inward));
            double length = Vectors.norm(sigmaPath);
            long generations = state.generations() + 1;
            double settled = Math.sqrt(1 - Math.pow(1 - sigmaRate, 2.0 * generations));
            boolean moves = length / settled < (1.4 + 2 / (n + 1.0)) * expected;
            double[] path = state.covariancePath().clone();
            Vectors.add(path, -pathRate, state.covariancePath());
            if (moves) {
                Vectors.add(path, Math.sqrt(pathRate * (2 - pathRate) * mass), step);
            }
            double kept = 1 - rankOne - rankMany + (moves ? 0 : rankOne * pathRate * (2 - pathRate));
            return State.of(
                    Vectors.plus(state.mean(), state.sigma(), step),
                    state.sigma() * Math.exp(sigmaRate / damping * (length / expected - 1)),
                    sigmaPath,
                    path,
                    covariance(state.covariance(), kept, path, best),
                    generations);
        }

        private double[] covariance(double[] before, double kept, double[] path, List<double[]> best) {
            int n = path.length;
            double[] covariance = new double[n * n];
            for (int row = 0; row < n; row++) {
                for (int column = 0; column <= row; column++) {
                    double value = kept * before[row * n + column] + rankOne * path[row] * path[column];
                    for (int i = 0; i < weights.length; i++) {
                        value += rankMany * weights[i] * best.get(i)[row] * best.get(i)[column];
                    }
                    covariance[row * n + column] = value;
                    covariance[column * n + row] = value;
                }
            }
            return covariance;
        }
    }

    /**
     * Where the search stands.
     *
     * @param mean mean of the Gaussian, in raw parameters
     * @param sigma step size
     * @param sigmaPath evolution path p_σ
     * @param covariancePath evolution path p_c
     * @param covariance covariance C, row-major
     * @param generations generations so far
     * @param eigen decomposition of C
     * @param lengths square roots of its eigenvalues
     */
    public record State(
            double[] mean,
            double sigma,
            double[] sigmaPath,
            double[] covariancePath,
            double[] covariance,
            long generations,
            SymmetricEigen eigen,
            double[] lengths)
            implements SearchState {
        private static final String MEAN = "mean";
        private static final String SIGMA = "sigma";
        private static final String SIGMA_PATH = "sigma-path";
        private static final String COVARIANCE_PATH = "covariance-path";
        private static final String COVARIANCE = "covariance";
        private static final String GENERATIONS = "generations";
        private static final double SMALLEST = 1e-30;

        static State of(
                double[] mean,
                double sigma,
                double[] sigmaPath,
                double[] covariancePath,
                double[] covariance,
                long generations) {
            SymmetricEigen eigen = SymmetricEigen.of(covariance, mean.length);
            double[] lengths = new double[mean.length];
            Arrays.setAll(lengths, i -> Math.sqrt(Math.max(SMALLEST, eigen.values()[i])));
            return new State(mean, sigma, sigmaPath, covariancePath, covariance, generations, eigen, lengths);
        }

        @Override
        public double[] answer() {
            return mean.clone();
        }

        @Override
        public Map<String, double[]> values() {
            Map<String, double[]> values = new LinkedHashMap<>();
            values.put(MEAN, mean);
            values.put(SIGMA, new double[] {sigma});
            values.put(SIGMA_PATH, sigmaPath);
            values.put(COVARIANCE_PATH, covariancePath);
            values.put(COVARIANCE, covariance);
            values.put(GENERATIONS, new double[] {generations});
            return values;
        }
    }
}
