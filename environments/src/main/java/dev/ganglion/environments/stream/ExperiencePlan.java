package dev.ganglion.environments.stream;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.vector.Grouping;
import java.util.List;

/**
 * What experience to collect, and from where. Everything but the number of workers decides the result; the number of
 * workers decides only how fast it comes.
 *
 * @param environment the body and its task
 * @param environments number of environments side by side
 * @param groupSize number of environments that act together; the last group may be smaller
 * @param workers number of threads; no more than there are groups are used
 * @param steps steps of every environment in one batch
 * @param seed seed of the run, from which every reset is seeded
 * @param firstBatch index of the first batch
 * @param progress the running episode of each environment before the first batch; empty to begin new ones
 */
public record ExperiencePlan(
        EnvironmentChoice environment,
        int environments,
        int groupSize,
        int workers,
        int steps,
        long seed,
        long firstBatch,
        List<EpisodeProgress> progress) {
    /** Environments that act together unless said otherwise: one TensorFlow call costs the same for 1 or 8. */
    public static final int DEFAULT_GROUP_SIZE = 8;

    /** Checks that every count is at least 1 and that the progress fits. */
    public ExperiencePlan {
        progress = List.copyOf(progress);
        checkAtLeastOne("environments", environments);
        checkAtLeastOne("environments in a group", groupSize);
        checkAtLeastOne("workers", workers);
        checkAtLeastOne("steps in a batch", steps);
        if (!progress.isEmpty() && progress.size() != environments) {
            throw new InvalidInputException("The run to be resumed has " + progress.size() + " environments, not "
                    + environments + "; resume it with " + progress.size());
        }
    }

    /** From the beginning, on one worker, in groups of the default size. */
    public static ExperiencePlan of(EnvironmentChoice environment, int environments, int steps, long seed) {
        return new ExperiencePlan(environment, environments, DEFAULT_GROUP_SIZE, 1, steps, seed, 0, List.of());
    }

    /** The same experience, collected by another number of workers. */
    public ExperiencePlan withWorkers(int newWorkers) {
        return new ExperiencePlan(environment, environments, groupSize, newWorkers, steps, seed, firstBatch, progress);
    }

    /** The same plan with groups of another size. */
    public ExperiencePlan withGroupSize(int newGroupSize) {
        return new ExperiencePlan(environment, environments, newGroupSize, workers, steps, seed, firstBatch, progress);
    }

    /**
     * The same plan, going on exactly where a batch ended.
     *
     * @param nextBatch index of the batch to collect first: that of the last one, plus 1
     * @param newProgress {@link StepBatch#progress()} of the last batch
     */
    public ExperiencePlan resumedAt(long nextBatch, List<EpisodeProgress> newProgress) {
        return new ExperiencePlan(environment, environments, groupSize, workers, steps, seed, nextBatch, newProgress);
    }

    /** How the environments stand in groups. */
    public Grouping grouping() {
        return new Grouping(environments, groupSize);
    }

    private static void checkAtLeastOne(String what, int count) {
        if (count < 1) {
            throw new InvalidInputException("The number of " + what + " must be at least 1, not " + count);
        }
    }
}
