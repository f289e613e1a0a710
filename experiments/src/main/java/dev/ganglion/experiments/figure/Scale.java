package dev.ganglion.experiments.figure;

import dev.ganglion.experiments.picture.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** How the values of an axis become places along it. */
sealed interface Scale {
    /** Where values stand that are worth a mark, with what is written there, from the lowest. */
    List<Tick> ticks();

    /** A value's place from 0 (low end) to 1 (high end). */
    double place(double value);

    /** Equal differences at equal distances, from zero or below it, with about so many intervals between ticks. */
    static Scale even(int intervals, DoubleStream values) {
        double[] all = values.toArray();
        double high = DoubleStream.of(all).max().orElse(1);
        double low = Math.min(0, DoubleStream.of(all).min().orElse(0));
        return new Even(Axis.around(low, high > low ? high : low + 1, intervals));
    }

    /** Equal ratios at equal distances. */
    static Scale logarithmic(DoubleStream positive) {
        double[] all = positive.toArray();
        double low = DoubleStream.of(all).min().orElse(1);
        double high = DoubleStream.of(all).max().orElse(10);
        return new Logarithmic(low / Logarithmic.MARGIN, high * Logarithmic.MARGIN);
    }

    /** Names side by side; the values are their numbers from 0. */
    static Scale named(List<String> names) {
        return new Named(List.copyOf(names));
    }

    /**
     * A mark of an axis.
     *
     * @param value where
     * @param label what is written
     */
    record Tick(double value, String label) {}

    /**
     * Equal differences at equal distances.
     *
     * @param axis limits and distance of the ticks
     */
    record Even(Axis axis) implements Scale {
        @Override
        public List<Tick> ticks() {
            return axis.ticks().stream()
                    .map(value -> new Tick(value, Axis.label(value)))
                    .toList();
        }

        @Override
        public double place(double value) {
            return axis.place(value);
        }
    }

    /**
     * Equal ratios at equal distances.
     *
     * @param low value at the low end, positive
     * @param high value at the high end
     */
    record Logarithmic(double low, double high) implements Scale {
        /** What lies beyond the outermost value, as a ratio. */
        static final double MARGIN = 1.15;

        private static final double MOST_FOR_ALL = 1.8;
        private static final double MOST_FOR_THREE = 3.2;

        @Override
        public List<Tick> ticks() {
            double decades = Math.log10(high / low);
            List<Double> mantissas = decades <= MOST_FOR_ALL
                    ? List.of(1.0, 2.0, 3.0, 5.0, 7.0)
                    : decades <= MOST_FOR_THREE ? List.of(1.0, 2.0, 5.0) : List.of(1.0);
            List<Tick> ticks = new ArrayList<>();
            for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
                for (double mantissa : mantissas) {
                    double value = Double.parseDouble(String.format(Locale.ROOT, "%.0fe%d", mantissa, power));
                    if (value >= low && value <= high) {
                        ticks.add(new Tick(value, Axis.label(value)));
                    }
                }
            }
            return ticks;
        }

        @Override
        public double place(double value) {
            return Math.log(value / low) / Math.log(high / low);
        }
    }

    /**
     * Names side by side.
     *
     * @param names from left to right
     */
    record Named(List<String> names) implements Scale {
        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                ticks.add(new Tick(i, names.get(i)));
            }
            return ticks;
        }

        @Override
        public double place(double value) {
            return (value + 0.5) / names.size();
        }
    }
}
