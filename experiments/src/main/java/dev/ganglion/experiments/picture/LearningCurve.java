package dev.ganglion.experiments.picture;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the return grew with experience.
 *
 * @param title what learned what
 * @param subtitle how
 * @param episodes the episodes of training in the order of their ends
 * @param steps steps of the whole run, the length of the horizontal axis
 * @param before mean return before training, without exploration noise
 * @param after mean return after training, without exploration noise
 */
public record LearningCurve(
        String title,
        String subtitle,
        List<Episode> episodes,
        long steps,
        OptionalDouble before,
        OptionalDouble after) {
    /** Each point of the line is the mean of about this share of the episodes. */
    private static final double WINDOW = 0.06;

    /** Copies the episodes. */
    public LearningCurve {
        episodes = List.copyOf(episodes);
    }

    /**
     * An episode of training.
     *
     * @param steps environment steps of the run at its end
     * @param episodeReturn undiscounted sum of its rewards
     */
    public record Episode(long steps, double episodeReturn) {}

    /** Number of neighbouring episodes, an odd number, that {@link #smoothed()} takes the mean of. */
    int window() {
        int half = (int) Math.round(episodes.size() * WINDOW / 2);
        return 2 * Math.max(half, 1) + 1;
    }

    /**
     * The moving mean of the returns over {@link #window()} episodes, fewer at both ends, so that it neither lags nor
     * stops short. Episodes that ended at the same step, as those of environments side by side do, share one point.
     */
    List<Episode> smoothed() {
        int half = window() / 2;
        double[] sums = new double[episodes.size() + 1];
        for (int i = 0; i < episodes.size(); i++) {
            sums[i + 1] = sums[i] + episodes.get(i).episodeReturn();
        }
        return IntStream.range(0, episodes.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> episodes.get(i).steps(), TreeMap::new, Collectors.averagingDouble(i -> {
                            int reach = Math.min(half, Math.min(i, episodes.size() - 1 - i));
                            return (sums[i + reach + 1] - sums[i - reach]) / (2 * reach + 1);
                        })))
                .entrySet()
                .stream()
                .map(point -> new Episode(point.getKey(), point.getValue()))
                .toList();
    }

    /** The picture as SVG. */
    public String svg() {
        return new LearningCurveSvg(this).text();
    }
}
