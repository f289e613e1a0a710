package dev.ganglion.agents.evolution;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A search for the parameters of the highest fitness that sees nothing but the fitness of the candidates it asks for.
 * Pure functions of the state, the generation and what was earned.
 *
 * @param <S> what it carries from one generation to the next
 */
public interface SearchMethod<S extends SearchState> {
    /** Number of candidates in a generation of a search over so many values. */
    int population(int size);

    /** The largest number of values it can search over. */
    int largest();

    /** The state before the first generation of a search that begins at a point. */
    S begin(double[] start);

    /**
     * A state from its vectors.
     *
     * @param size number of values searched over
     * @param values finds the vector of a name of {@link SearchState#values}
     * @throws IllegalArgumentException if a vector does not fit
     */
    S restore(int size, Function<String, double[]> values);

    /** The candidates of a generation by their number; may be asked for by many threads, in any order. */
    IntFunction<double[]> candidates(S state, Generation generation);

    /**
     * What follows from a generation.
     *
     * @param state as it was when the candidates were made
     * @param generation the same as then
     * @param fitness of each candidate, finite; the higher the better
     */
    Learned<S> learn(S state, Generation generation, double[] fitness);

    /**
     * What was learned.
     *
     * @param state the state before the next generation
     * @param metrics what to report, by name, in a fixed order
     * @param <S> type of the state
     */
    record Learned<S extends SearchState>(S state, Map<String, Double> metrics) {}
}
