package dev.ganglion.environments.stream;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The arrays of a {@link StepBatch} while they are being filled. Groups write to parts of their own, so several
 * threads may fill one batch.
 */
final class BatchBuilder {
    private final long index;
    private final int steps;
    private final int environments;
    private final int observationSize;
    private final int actionSize;
    private final float[] observations;
    private final float[] actions;
    private final float[] rewards;
    private final boolean[] starts;
    private final float[] nextObservations;
    private final EpisodeProgress[] progress;

    BatchBuilder(ExperiencePlan plan, EnvironmentSpec spec, long index) {
        this.index = index;
        steps = plan.steps();
        environments = plan.environments();
        observationSize = spec.observation().size();
        actionSize = spec.action().size();
        observations = new float[length(observationSize)];
        actions = new float[length(actionSize)];
        rewards = new float[length(1)];
        starts = new boolean[length(1)];
        nextObservations = new float[environments * observationSize];
        progress = new EpisodeProgress[environments];
    }

    private int length(int size) {
        long length = (long) steps * environments * size;
        if (length > Integer.MAX_VALUE) {
            throw new InvalidInputException("A batch of " + steps + " steps of " + environments
                    + " environments is too large; take at most "
                    + Integer.MAX_VALUE / size / environments + " steps");
        }
        return (int) length;
    }

    long index() {
        return index;
    }

    int steps() {
        return steps;
    }

    /** Keeps what a group observes before a step. */
    void observe(int time, int first, float[] groupObservations, boolean[] groupStarts) {
        int row = row(time, first);
        System.arraycopy(groupObservations, 0, observations, row * observationSize, groupObservations.length);
        System.arraycopy(groupStarts, 0, starts, row, groupStarts.length);
    }

    /** Keeps what a group does in a step. */
    void act(int time, int first, float[] groupActions) {
        System.arraycopy(groupActions, 0, actions, row(time, first) * actionSize, groupActions.length);
    }

    /** Keeps what an environment earns in a step. */
    void reward(int time, int environment, float reward) {
        rewards[row(time, environment)] = reward;
    }

    /** Keeps where a group stands after the last step. */
    void finish(int first, float[] groupObservations, List<EpisodeProgress> groupProgress) {
        System.arraycopy(groupObservations, 0, nextObservations, first * observationSize, groupObservations.length);
        for (int i = 0; i < groupProgress.size(); i++) {
            progress[first + i] = groupProgress.get(i);
        }
    }

    private int row(int time, int environment) {
        return time * environments + environment;
    }

    /** The filled batch, with the groups' endings put in order. */
    StepBatch build(List<StepBatch.Ending> endings) {
        List<StepBatch.Ending> ordered = new ArrayList<>(endings);
        ordered.sort(Comparator.comparingInt(StepBatch.Ending::time).thenComparingInt(StepBatch.Ending::environment));
        return new StepBatch(
                index,
                steps,
                environments,
                observations,
                actions,
                rewards,
                starts,
                nextObservations,
                ordered,
                Arrays.asList(progress));
    }
}
