package dev.ganglion.agents.population;

import dev.ganglion.agents.normalisation.RowNormaliser;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * The episodes in which the candidates of a generation are tried. Each candidate's episodes follow one another.
 *
 * @param generation number of the generation, for messages
 * @param candidates number of candidates
 * @param episodes number of episodes of each
 * @param parameters raw parameters of a candidate, all blocks one behind the other; asked for by the workers' threads
 * @param seeds the seed with which a trial is reset, by its number {@code candidate·episodes + episode}
 * @param view how controllers see observations
 * @param keepsObservations whether trials keep what was observed
 */
public record TrialPlan(
        long generation,
        int candidates,
        int episodes,
        IntFunction<float[]> parameters,
        IntToLongFunction seeds,
        RowNormaliser view,
        boolean keepsObservations) {
    /** Number of episodes in all. */
    public int trials() {
        return candidates * episodes;
    }
}
