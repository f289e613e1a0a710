package dev.ganglion.experiments.bench;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains for a long while and watches whether the process's resident size stays what it was: what leaks shows there,
 * wherever it leaks.
 *
 * @param config what to train, on what
 * @param seconds how long, in seconds; the first minute, or the first half if that is shorter, does not count
 */
public record Soak(RunConfig config, double seconds) {
    /** The resident size may leave its median by this share. */
    public static final double TOLERANCE = 0.02;

    /**
     * Stretches of which each has a median. A single sample may lie higher: the virtual machine's compiler borrows some 20
     * MB for the seconds in which it compiles something large, and gives them back.
     */
    private static final int STRETCHES = 10;

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

        /** Median resident size, in bytes. */
        public double median() {
            return median(0, samples.size());
        }

        private double median(int from, int to) {
            double[] sorted = samples.subList(from, to).stream()
                    .mapToDouble(Sample::bytes)
                    .sorted()
                    .toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        /** Largest distance of a sample from the median, as a share of it. */
        public double spread() {
            double median = median();
            return samples.stream()
                    .mapToDouble(sample -> Math.abs(sample.bytes() - median) / median)
                    .max()
                    .orElse(Double.NaN);
        }

        /** Largest distance of the median of a tenth of the samples from that of all, as a share of it. */
        public double drift() {
            double median = median();
            int stretches = Math.min(STRETCHES, samples.size());
            return IntStream.range(0, stretches)
                    .mapToDouble(stretch ->
                            median(stretch * samples.size() / stretches, (stretch + 1) * samples.size() / stretches))
                    .map(part -> Math.abs(part - median) / median)
                    .max()
                    .orElse(Double.NaN);
        }

        /** Whether it stayed the same. */
        public boolean isConstant() {
            return drift() <= TOLERANCE;
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
