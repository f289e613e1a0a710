package dev.ganglion.agents.evaluation;

import java.util.List;

/**
 * A life: an episode that goes on beyond its time limit of T steps, in windows of T steps each.
 *
 * <p>A life ends with its first failure: the task ends the episode, as a fall does, an action or a plastic weight is
 * no finite number, or the physics diverge where that does not stop everything. Nothing is earned after that, so later windows have a return of 0.
 *
 * @param window T, the steps of an episode in training
 * @param returns undiscounted return of each window, in order, whether it was lived in or not
 * @param largestWeights largest size of a plastic weight after any step of each window that was lived in, as its state
 *     holds it; empty if the controller has none
 * @param steps steps lived
 * @param hasFailed whether it ended before its last window was over; then {@code steps} is the time to the failure
 */
public record Life(int window, List<Double> returns, List<Double> largestWeights, int steps, boolean hasFailed) {
    /** Copies the lists. */
    public Life {
        returns = List.copyOf(returns);
        largestWeights = List.copyOf(largestWeights);
    }
}
