package dev.ganglion.experiments.bench;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains for a long while and watches whether the process's resident size stays what it was: what leaks shows there,
 * wherever it leaks.
 *
 * @param config what to train, on what
 * @param seconds how long, in seconds; the first minute, or the first half if that is shorter, does not count
 */
public record Soak(RunConfig config, double seconds) {
    /** The resident size may leave its mean by this share. */
    public static final double TOLERANCE = 0.02;

    private static final double LONGEST_WARM_UP_SECONDS = 60;
    private static final double SECONDS_BETWEEN_SAMPLES = 1;

    /** Enough for a mean, whatever the duration. */
    private static final int FEWEST_SAMPLES = 3;

    /**
     * The resident size at a moment.
     *
     * @param seconds since training began, in seconds
     * @param bytes resident size, in bytes
     */
    public record Sample(double seconds, long bytes) {}

    /**
     * What was seen.
     *
     * @param steps environment steps taken
     * @param seconds how long training took, in seconds
     * @param samples resident sizes after the warm-up, in order, at least {@value #FEWEST_SAMPLES}
     * @param peak the most that the process ever held, in bytes
     */
    public record Result(long steps, double seconds, List<Sample> samples, long peak) {
        /** Copies the samples. */
        public Result {
            samples = List.copyOf(samples);
        }

        /** Mean resident size, in bytes. */
        public double mean() {
            return samples.stream().mapToLong(Sample::bytes).average().orElse(Double.NaN);
        }

        /** Largest distance from the mean, as a share of it. */
        public double spread() {
            double mean = mean();
            return samples.stream()
                    .mapToDouble(sample -> Math.abs(sample.bytes() - mean) / mean)
                    .max()
                    .orElse(Double.NaN);
        }

        /** Whether it stayed the same. */
        public boolean isConstant() {
            return spread() <= TOLERANCE;
        }
    }

    /**
     * Trains and watches.
     *
     * @throws InvalidInputException on a system that does not tell resident sizes
     */
    public Result run() {
        if (ResidentSize.now().isEmpty()) {
            throw new InvalidInputException("This system does not tell how much memory a process holds; soak on Linux");
        }
        Watch watch = new Watch();
        config.withSteps(Long.MAX_VALUE / 2)
                .plan()
                .learner()
                .provider()
                .train(config.withSteps(Long.MAX_VALUE / 2).plan(), null)
                .ofType(TrainingEvent.Updated.class)
                .doOnNext(watch::see)
                .takeUntil((TrainingEvent.Updated update) -> watch.isOver())
                .blockingSubscribe();
        return new Result(
                watch.steps,
                watch.stopwatch.seconds(),
                watch.samples,
                Math.max(ResidentSize.peak().orElseThrow(), watch.largest()));
    }

    /** Takes samples between updates. */
    private final class Watch {
        private final Stopwatch stopwatch = new Stopwatch();
        private final List<Sample> samples = new ArrayList<>();
        private double next = Math.min(LONGEST_WARM_UP_SECONDS, seconds / 2);
        private long steps;

        void see(TrainingEvent.Updated update) {
            steps = update.steps();
            double now = stopwatch.seconds();
            if (now >= next) {
                samples.add(new Sample(now, ResidentSize.now().orElseThrow()));
                next = Math.max(now, next + Math.min(SECONDS_BETWEEN_SAMPLES, seconds / 10));
            }
        }

        /** The system counts its peak less exactly than the size of the moment. */
        private long largest() {
            return samples.stream().mapToLong(Sample::bytes).max().orElse(0);
        }

        boolean isOver() {
            return stopwatch.seconds() >= seconds && samples.size() >= FEWEST_SAMPLES;
        }
    }
}
