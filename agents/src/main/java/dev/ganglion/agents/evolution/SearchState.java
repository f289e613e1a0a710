package dev.ganglion.agents.evolution;

import java.util.Map;

/** What a search carries from one generation to the next. */
public interface SearchState {
    /** The raw parameters that the search would answer with now. */
    double[] answer();

    /** All of it as named vectors, from which {@link SearchMethod#restore} makes the same to the bit. */
    Map<String, double[]> values();
}
