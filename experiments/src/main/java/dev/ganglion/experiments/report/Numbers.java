package dev.ganglion.experiments.report;

import dev.ganglion.experiments.statistics.BootstrapInterval;
import java.util.Locale;

/** Numbers as they stand in a report. */
final class Numbers {
    private Numbers() {}

    /** Four significant figures or all whole digits, whichever is more. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** Both ends of an interval, and a warning if it is of so few runs that it is too narrow. */
    static String interval(BootstrapInterval interval) {
        String ends = number(interval.low()) + " to " + number(interval.high());
        return interval.isOfFewRuns() ? ends + " (only " + count(interval.runs(), "run") + ")" : ends;
    }

    /** A p-value. */
    static String p(double p) {
        return p < 0.001 ? String.format(Locale.ROOT, "%.1e", p) : String.format(Locale.ROOT, "%.3f", p);
    }

    /** A number of things. */
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
