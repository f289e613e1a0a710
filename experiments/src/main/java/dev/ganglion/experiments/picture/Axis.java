package dev.ganglion.experiments.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An axis with round ticks.
 *
 * @param low smallest value, itself a tick
 * @param high largest value, itself a tick
 * @param step distance of ticks: 1, 2 or 5 times a power of ten
 */
public record Axis(double low, double high, double step) {
    /** An axis that takes in two values with about so many intervals between its ticks. */
    public static Axis around(double low, double high, int intervals) {
        double span = Math.max(high - low, 1e-9 * Math.max(1, Math.abs(high)));
        double rough = span / intervals;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = magnitude * round(rough / magnitude);
        return new Axis(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    private static double round(double mantissa) {
        if (mantissa < 1.5) {
            return 1;
        }
        return mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10;
    }

    /** Values of the ticks, from the smallest. */
    public List<Double> ticks() {
        return LongStream.rangeClosed(Math.round(low / step), Math.round(high / step))
                .mapToObj(i -> i * step)
                .toList();
    }

    /** A value's place from 0 (low) to 1 (high). */
    public double place(double value) {
        return (value - low) / (high - low);
    }

    /** A tick's value in as few characters as tell it from its neighbours: {@code 0}, {@code 250}, {@code 40k}. */
    public static String label(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return size >= 10_000 ? plain(value / 1e3) + "k" : plain(value);
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value + 0.0);
        return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
    }
}
