package dev.ganglion.experiments.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the numbers of a run within their limits. */
public final class Limits {
    /** A guard against a slip of the keyboard: more environments than this fill the memory of most machines. */
    private static final int MOST_ENVIRONMENTS = 65_536;

    private static final int MOST_WORKERS = 1_024;

    private static final int MOST_SEEDS = 10_000;

    private Limits() {}

    /** Environment steps to train for. */
    public static long steps(String text) {
        return Quantities.whole("steps", text, 0, Long.MAX_VALUE);
    }

    /** A seed. */
    public static long seed(String text) {
        return Quantities.whole("seed", text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Seeds with commas between them, each once, in the given order. */
    public static List<Long> seeds(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Limits::seed)
                .distinct()
                .toList();
    }

    /** A number of seeds. */
    public static int seedCount(String text) {
        return (int) Quantities.whole("seeds", text, 1, MOST_SEEDS);
    }

    /** A number of passes through examples. */
    public static int epochs(String text) {
        return (int) Quantities.whole("epochs", text, 1, 1_000_000);
    }

    /** A number of examples to learn from. */
    public static int examples(String text) {
        return (int) Quantities.whole("examples", text, 1, 10_000_000);
    }

    /** A step size of an optimiser. */
    public static double stepSize(String text) {
        return Quantities.real("learning-rate", text, 1e-9, 10);
    }

    /** A return to be reached. */
    public static double goal(String text) {
        return Quantities.real("goal", text, -1e9, 1e9);
    }

    /** A number of environments side by side. */
    public static int environments(String text) {
        return (int) Quantities.whole("environments", text, 1, MOST_ENVIRONMENTS);
    }

    /** A number of worker threads. */
    public static int workers(String text) {
        return (int) Quantities.whole("workers", text, 1, MOST_WORKERS);
    }

    /** A number of processes side by side. */
    public static int jobs(String text) {
        return (int) Quantities.whole("jobs", text, 1, MOST_WORKERS);
    }

    /** A number of episodes. */
    public static int episodes(String text) {
        return (int) Quantities.whole("episodes", text, 1, 1_000_000);
    }

    /** Lengths of lives in time limits, with commas between them. */
    public static List<Integer> multiples(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(one -> multiple("multiples", one))
                .toList();
    }

    /** A length of a life in time limits. */
    public static int multiple(String what, String text) {
        return (int) Quantities.whole(what, text, 1, 100_000);
    }

    /** A side of a picture. */
    public static int pixels(String what, String text) {
        return (int) Quantities.whole(what, text, 120, 4_096);
    }

    /** A number of repeats of a measurement. */
    public static int repeats(String text) {
        return (int) Quantities.whole("repeats", text, 1, 1_000);
    }

    /** A number of rows of a table. */
    public static int rows(String text) {
        return (int) Quantities.whole("rows", text, 0, 1_000_000);
    }

    /** A number of draws from a null model. */
    public static int draws(String text) {
        return (int) Quantities.whole("draws", text, 2, 1_000_000);
    }

    /** A number of connections to draw. */
    public static int connections(String text) {
        return (int) Quantities.whole("connections", text, 1, 1_000_000);
    }

    /** A standard deviation of noise on actions. */
    public static double noise(String text) {
        return Quantities.real("noise", text, 0, 1_000);
    }

    /** A duration such as {@code 90s}, {@code 10m} or {@code 2h}, seconds if there is no letter, in seconds. */
    public static double duration(String text) {
        String number = text.strip().toLowerCase(Locale.ROOT);
        double unit = number.endsWith("h") ? 3_600 : number.endsWith("m") ? 60 : 1;
        return unit * Quantities.real("duration", number.replaceFirst("[hms]$", ""), 0.01, 1_000_000);
    }

    /** A duration in seconds. */
    public static double seconds(String text) {
        return Quantities.real("seconds", text, 0.01, 3_600);
    }
}
