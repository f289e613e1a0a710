package dev.ganglion.experiments.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of training goes.
 *
 * @param shares of the time in which threads were busy, the share of each kind of work; they sum to 1, or are all 0 if
 *     none was seen busy
 * @param waiting share of the workers' time in which nothing was done: one waits for another, or for the learner
 */
public record TimeShares(Map<Work, Double> shares, double waiting) {
    private static final String ENGINE = "org.jbox2d.";
    private static final String TENSORFLOW = "org.tensorflow.";
    private static final String ENVIRONMENTS = "dev.ganglion.environments.";
    private static final String OURS = "dev.ganglion.";

    /** What calls environments, actors and, further in, the learner, so it tells nothing about the work. */
    private static final List<String> AROUND = List.of(ENVIRONMENTS + "vector.", ENVIRONMENTS + "stream.");

    /** Where a thread looks again and again for what another brings about, unless it is further in, at spare work. */
    private static final String WAITING = "dev.ganglion.environments.vector.Wait";

    private static final String SPARE = "dev.ganglion.environments.stream.Lane";

    /** Copies the map. */
    public TimeShares {
        shares = Map.copyOf(shares);
    }

    /** What a thread does. */
    public enum Work {
        /** Inside JBox2D. */
        ENGINE,
        /** In an environment, but not inside JBox2D: forces of the water, sensors, rewards, resets. */
        ENVIRONMENT,
        /** Inside TensorFlow, acting or learning. */
        TENSORFLOW,
        /** Everything else: copying, noise, advantages, normalisation, bookkeeping. */
        REST
    }

    /** The share of one kind of work, from 0 to 1; NaN if no thread was seen busy. */
    double of(Work work) {
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        return shares.getOrDefault(work, 0.0) / all;
    }

    /**
     * What a thread does, by the classes on its stack.
     *
     * @param classes names of the classes of its frames, in any order
     * @return the work, or null if it is none of ours, or it waits
     */
    static @Nullable Work work(Iterable<String> classes) {
        boolean isOurs = false;
        boolean isEnvironment = false;
        boolean waits = false;
        boolean hasSpareWork = false;
        for (String name : classes) {
            if (name.startsWith(ENGINE)) {
                return Work.ENGINE;
            }
            if (name.startsWith(TENSORFLOW)) {
                return Work.TENSORFLOW;
            }
            waits |= name.equals(WAITING);
            hasSpareWork |= name.equals(SPARE);
            isEnvironment |= name.startsWith(ENVIRONMENTS) && AROUND.stream().noneMatch(name::startsWith);
            isOurs |= name.startsWith(OURS);
        }
        if (isEnvironment) {
            return Work.ENVIRONMENT;
        }
        if (waits && !hasSpareWork) {
            return null;
        }
        return isOurs ? Work.REST : null;
    }

    /**
     * The shares of some samples.
     *
     * @param counts how often a thread was seen at each kind of work
     * @param moments how often it was looked
     * @param workers threads that could have been busy at each moment
     */
    static TimeShares of(Map<Work, Long> counts, long moments, int workers) {
        long busy = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<Work, Double> shares = new EnumMap<>(Work.class);
        for (Work work : Work.values()) {
            shares.put(work, busy == 0 ? 0 : counts.getOrDefault(work, 0L) / (double) busy);
        }
        return new TimeShares(shares, moments == 0 ? 0 : Math.max(0, 1 - busy / ((double) moments * workers)));
    }
}
