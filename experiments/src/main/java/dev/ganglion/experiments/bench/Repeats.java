package dev.ganglion.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * How often and for how long something is measured, after a warm-up as long as a repeat.
 *
 * @param seconds duration of a repeat
 * @param count number of repeats
 */
record Repeats(double seconds, int count) {
    /**
     * The median over the repeats.
     *
     * @param work takes the number of its call and returns the number of steps it took
     */
    Rate measure(LongUnaryOperator work) {
        List<Rate> rates = new ArrayList<>();
        Stopwatch watch = new Stopwatch();
        long round = 0;
        for (int repeat = 0; repeat <= count; repeat++) {
            watch.restart();
            long steps = 0;
            while (watch.seconds() < seconds) {
                steps += work.applyAsLong(round++);
            }
            rates.add(watch.rate(steps));
        }
        return Rate.median(rates.subList(1, rates.size()));
    }
}
