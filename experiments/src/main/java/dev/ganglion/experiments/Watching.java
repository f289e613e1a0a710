package dev.ganglion.experiments;

/**
 * How a run is watched before and after training, without noise.
 *
 * @param episodes number of episodes each time
 * @param seed decides the episodes, the same before and after
 * @param isFilmed whether an episode after training is filmed
 */
public record Watching(int episodes, long seed, boolean isFilmed) {
    /** Ten episodes, the same for all runs, and a film. */
    public static final Watching STANDARD = new Watching(10, Run.EVALUATION_SEED, true);
}
