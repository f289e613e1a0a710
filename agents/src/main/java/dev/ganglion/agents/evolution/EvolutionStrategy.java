package dev.ganglion.agents.evolution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Evolution strategy in the form of Salimans et al. 2017 (arXiv 1703.03864): candidates are mirrored Gaussian steps
 * {@code θ ± σε} from a point, and the point climbs the gradient of the smoothed fitness that they show.
 *
 * <p>{@code g = Σᵢ (u(θ+σεᵢ) − u(θ−σεᵢ))·εᵢ / (population·σ) − decay·θ}, with the fitness {@code u} shaped; then a step
 * of Adam, or of plain ascent. Candidates 2i and 2i+1 are a pair.
 *
 * @param population number of candidates, even
 * @param sigma deviation of the candidates from the point, in raw parameters
 * @param learningRate step size
 * @param weightDecay how strongly the point is drawn to zero
 * @param adam whether steps are Adam's
 * @param shaping what counts in place of the fitness
 */
public record EvolutionStrategy(
        int population, Schedule sigma, Schedule learningRate, double weightDecay, boolean adam, Shaping shaping)
        implements SearchMethod<EvolutionStrategy.State> {
    private static final String DIRECTION = "direction";

    /** Adam's decay of the mean gradient; Kingma and Ba 2015. */
    static final double BETA1 = 0.9;

    /** Adam's decay of the mean squared gradient. */
    static final double BETA2 = 0.999;

    private static final double EPSILON = 1e-8;

    @Override
    public int population(int size) {
        return population;
    }

    @Override
    public int largest() {
        return Integer.MAX_VALUE;
    }

    @Override
    public State begin(double[] start) {
        return new State(start.clone(), new double[start.length], new double[start.length], 0);
    }

    @Override
    public State restore(int size, Function<String, double[]> values) {
        return new State(
                Vectors.required(values, State.POINT, size),
                Vectors.required(values, State.MEAN, size),
                Vectors.required(values, State.SQUARE, size),
                (long) Vectors.required(values, State.STEPS, 1)[0]);
    }

    @Override
    public IntFunction<double[]> candidates(State state, Generation generation) {
        double deviation = sigma.at(generation);
        return candidate -> Vectors.plus(
                state.point(),
                candidate % 2 == 0 ? deviation : -deviation,
                direction(generation, candidate / 2, state.point().length));
    }

    private static double[] direction(Generation generation, int pair, int size) {
        return generation.noise().normal(generation.number(), DIRECTION, pair, size);
    }

    @Override
    public Learned<State> learn(State state, Generation generation, double[] fitness) {
        double deviation = sigma.at(generation);
        double[] weights = shaping.weights(fitness);
        double[] gradient = new double[state.point().length];
        for (int pair = 0; 2 * pair < weights.length; pair++) {
            double difference = weights[2 * pair] - weights[2 * pair + 1];
            Vectors.add(
                    gradient, difference / (weights.length * deviation), direction(generation, pair, gradient.length));
        }
        double gradientNorm = Vectors.norm(gradient);
        Vectors.add(gradient, -weightDecay, state.point());
        double rate = learningRate.at(generation);
        State next = adam ? adam(state, gradient, rate) : ascend(state, gradient, rate);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("search/sigma", deviation);
        metrics.put("search/learning_rate", rate);
        metrics.put("search/gradient_norm", gradientNorm);
        metrics.put("search/step_norm", Vectors.distance(next.point(), state.point()));
        return new Learned<>(next, metrics);
    }

    private static State ascend(State state, double[] gradient, double rate) {
        return new State(Vectors.plus(state.point(), rate, gradient), state.mean(), state.square(), state.steps() + 1);
    }

    private static State adam(State state, double[] gradient, double rate) {
        int size = gradient.length;
        double[] point = state.point().clone();
        double[] mean = new double[size];
        double[] square = new double[size];
        long steps = state.steps() + 1;
        double scale = rate * Math.sqrt(1 - Math.pow(BETA2, (double) steps)) / (1 - Math.pow(BETA1, (double) steps));
        for (int i = 0; i < size; i++) {
            mean[i] = BETA1 * state.mean()[i] + (1 - BETA1) * gradient[i];
            square[i] = BETA2 * state.square()[i] + (1 - BETA2) * gradient[i] * gradient[i];
            point[i] += scale * mean[i] / (Math.sqrt(square[i]) + EPSILON);
        }
        return new State(point, mean, square, steps);
    }

    /**
     * Where the search stands.
     *
     * @param point the point that climbs, in raw parameters
     * @param mean Adam's mean gradient
     * @param square Adam's mean squared gradient
     * @param steps Adam's steps so far
     */
    public record State(double[] point, double[] mean, double[] square, long steps) implements SearchState {
        private static final String POINT = "point";
        private static final String MEAN = "adam-mean";
        private static final String SQUARE = "adam-square";
        private static final String STEPS = "adam-steps";

        @Override
        public double[] answer() {
            return point.clone();
        }

        @Override
        public Map<String, double[]> values() {
            Map<String, double[]> values = new LinkedHashMap<>();
            values.put(POINT, point);
            values.put(MEAN, mean);
            values.put(SQUARE, square);
            values.put(STEPS, new double[] {steps});
            return values;
        }
    }
}
