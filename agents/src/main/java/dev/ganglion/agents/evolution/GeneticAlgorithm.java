package dev.ganglion.agents.evolution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A genetic algorithm without crossover: the best of a generation are the parents of the next, go on into it as they are,
 * and have children by mutation alone.
 *
 * <p>Source: the training in "Biological connectomes as a representation for the architecture of artificial neural
 * networks" (asexual, elite 8 of 750, mutation of the logarithms of weights, which the raw parameters of exponential
 * weights are, decay 0.997). That the parents are tried again with each generation's episodes is ours.
 *
 * @param population number of candidates
 * @param elite number of parents
 * @param mutation deviation of a child from its parent, in raw parameters
 */
public record GeneticAlgorithm(int population, int elite, Schedule mutation)
        implements SearchMethod<GeneticAlgorithm.State> {
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
        return new State(List.of(start.clone()));
    }

    @Override
    public State restore(int size, Function<String, double[]> values) {
        int parents = (int) Vectors.required(values, State.COUNT, 1)[0];
        if (parents < 1) {
            throw new IllegalArgumentException("a population has no " + parents + " parents");
        }
        return new State(IntStream.range(0, parents)
                .mapToObj(i -> Vectors.required(values, State.PARENT + i, size))
                .toList());
    }

    @Override
    public IntFunction<double[]> candidates(State state, Generation generation) {
        List<double[]> parents = state.parents();
        double deviation = mutation.at(generation);
        return candidate -> {
            if (candidate < parents.size()) {
                return parents.get(candidate);
            }
            int parent = generation.noise().stream(generation.number(), "parent", candidate)
                    .nextInt(parents.size());
            double[] genes = parents.get(parent);
            double[] change = generation.noise().normal(generation.number(), "mutation", candidate, genes.length);
            return Vectors.plus(genes, deviation, change);
        };
    }

    @Override
    public Learned<State> learn(State state, Generation generation, double[] fitness) {
        IntFunction<double[]> candidates = candidates(state, generation);
        List<Integer> best = best(fitness);
        State next = new State(best.stream().map(candidates::apply).toList());
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("search/mutation", mutation.at(generation));
        metrics.put("search/surviving_parents", (double)
                best.stream().filter(i -> i < state.parents().size()).count());
        metrics.put("search/step_norm", Vectors.distance(next.answer(), state.answer()));
        return new Learned<>(next, metrics);
    }

    /** The best candidates, the best first; the earlier of equal ones first. */
    private List<Integer> best(double[] fitness) {
        return IntStream.range(0, fitness.length)
                .boxed()
                .sorted(Comparator.comparingDouble(candidate -> -fitness[candidate]))
                .limit(elite)
                .toList();
    }

    /**
     * Where the search stands.
     *
     * @param parents raw parameters of the parents, the best first
     */
    public record State(List<double[]> parents) implements SearchState {
        private static final String COUNT = "parents";
        private static final String PARENT = "parent/";

        /** Copies the list. */
        public State {
            parents = List.copyOf(parents);
        }

        @Override
        public double[] answer() {
            return parents.get(0).clone();
        }

        @Override
        public Map<String, double[]> values() {
            Map<String, double[]> values = new LinkedHashMap<>();
            values.put(COUNT, new double[] {parents.size()});
            IntStream.range(0, parents.size()).forEach(i -> values.put(PARENT + i, parents.get(i)));
            return values;
        }
    }
}
