package dev.ganglion.experiments.lifetime;

import dev.ganglion.agents.evaluation.Life;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The lives of one run, all of as many windows of T steps; a life of k·T is the beginning of each.
 *
 * @param lives at least one
 */
public record RunLives(List<Life> lives) {
    /** Copies the list. */
    public RunLives {
        lives = List.copyOf(lives);
        if (lives.isEmpty()) {
            throw new IllegalArgumentException("There are no lives");
        }
    }

    /** T, in steps. */
    public int window() {
        return lives.get(0).window();
    }

    /** Number of windows watched. */
    public int windows() {
        return lives.get(0).returns().size();
    }

    /**
     * Return of a window, mean over lives; those that have ended count with 0.
     *
     * @param number which, from 1
     */
    public double windowReturn(int number) {
        return mean(lives.stream().mapToDouble(life -> life.returns().get(number - 1)));
    }

    /**
     * The instability index at k·T: return of the k-th window over that of the first. 1 says that nothing is lost, 0 that
     * everything is. Empty unless the first earns more than nothing: of other returns a ratio says nothing.
     */
    public OptionalDouble index(int multiple) {
        double first = windowReturn(1);
        return first > 0 ? OptionalDouble.of(windowReturn(multiple) / first) : OptionalDouble.empty();
    }

    /** Share of the lives that have not failed by k·T. */
    public double alive(int multiple) {
        return mean(
                lives.stream().mapToDouble(life -> life.hasFailed() && life.steps() <= multiple * window() ? 0 : 1));
    }

    /** Steps to the first failure, mean over lives; k·T for those that have not failed by then. */
    public double stepsToFailure(int multiple) {
        return mean(lives.stream().mapToDouble(life -> Math.min(life.steps(), multiple * (double) window())));
    }

    /** Largest size of a plastic weight within k·T, mean over lives; empty if there are no plastic weights. */
    public OptionalDouble largestWeight(int multiple) {
        return lives.stream()
                .filter(life -> !life.largestWeights().isEmpty())
                .mapToDouble(life -> life.largestWeights().stream()
                        .limit(multiple)
                        .mapToDouble(weight -> weight)
                        .max()
                        .orElseThrow())
                .average();
    }

    /**
     * Largest size of a plastic weight within a window, mean over the lives that lived in it; empty if none did, or
     * there are no plastic weights.
     *
     * @param number which, from 1
     */
    public OptionalDouble largestWeightIn(int number) {
        return lives.stream()
                .filter(life -> life.largestWeights().size() >= number)
                .mapToDouble(life -> life.largestWeights().get(number - 1))
                .average();
    }

    private static double mean(DoubleStream values) {
        return values.average().orElseThrow();
    }
}
