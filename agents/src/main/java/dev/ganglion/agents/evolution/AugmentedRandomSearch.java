package dev.ganglion.agents.evolution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Augmented random search (Mania, Guy and Recht 2018, arXiv 1803.07055): mirrored Gaussian steps {@code θ ± νδ}, and a
 * step along those directions of which one side earned the most:
 * {@code θ ← θ + α/(b·σ_R)·Σ (r(θ+νδ) − r(θ−νδ))·δ − decay·θ}, summed over the {@code b} best directions, where
 * {@code σ_R} is the deviation of their 2b returns.
 *
 * <p>With all directions it is their V1 and, where observations are normalised, V2; with fewer V1-t and V2-t. The decay
 * is that of Bhattasali et al. 2024 (arXiv 2410.07174). Candidates 2i and 2i+1 are a pair.
 *
 * @param directions number of directions in a generation
 * @param top number of directions that are followed
 * @param sigma length ν of the steps, in raw parameters
 * @param stepSize α
 * @param weightDecay share of the parameters that a step takes away
 */
public record AugmentedRandomSearch(int directions, int top, Schedule sigma, Schedule stepSize, double weightDecay)
        implements SearchMethod<AugmentedRandomSearch.State> {
    private static final String DIRECTION = "direction";

    @Override
    public int population(int size) {
        return 2 * directions;
    }

    @Override
    public int largest() {
        return Integer.MAX_VALUE;
    }

    @Override
    public State begin(double[] start) {
        return new State(start.clone());
    }

    @Override
    public State restore(int size, Function<String, double[]> values) {
        return new State(Vectors.required(values, State.POINT, size));
    }

    @Override
    public IntFunction<double[]> candidates(State state, Generation generation) {
        double length = sigma.at(generation);
        return candidate -> Vectors.plus(
                state.point(),
                candidate % 2 == 0 ? length : -length,
                direction(generation, candidate / 2, state.point().length));
    }

    private static double[] direction(Generation generation, int index, int size) {
        return generation.noise().normal(generation.number(), DIRECTION, index, size);
    }

    @Override
    public Learned<State> learn(State state, Generation generation, double[] fitness) {
        int[] followed = best(fitness);
        double deviation = Shaping.deviation(Arrays.stream(followed)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(fitness, 2 * i, 2 * i + 2))
                .toArray());
        double rate = stepSize.at(generation);
        double[] point = state.point().clone();
        Vectors.add(point, -weightDecay, state.point());
        for (int i : followed) {
            double difference = fitness[2 * i] - fitness[2 * i + 1];
            if (deviation > 0) {
                Vectors.add(
                        point,
                        rate * difference / (followed.length * deviation),
                        direction(generation, i, point.length));
            }
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("search/sigma", sigma.at(generation));
        metrics.put("search/step_size", rate);
        metrics.put("search/return_deviation", deviation);
        metrics.put("search/step_norm", Vectors.distance(point, state.point()));
        return new Learned<>(new State(point), metrics);
    }

    /** The directions of which the better side earned the most, by that; the earlier of equal ones first. */
    private int[] best(double[] fitness) {
        return IntStream.range(0, fitness.length / 2)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.max(fitness[2 * i], fitness[2 * i + 1])))
                .limit(top)
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * Where the search stands.
     *
     * @param point the point θ, in raw parameters
     */
    public record State(double[] point) implements SearchState {
        private static final String POINT = "point";

        @Override
        public double[] answer() {
            return point.clone();
        }

        @Override
        public Map<String, double[]> values() {
            return Map.of(POINT, point);
        }
    }
}
