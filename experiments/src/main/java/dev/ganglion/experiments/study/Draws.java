package dev.ganglion.experiments.study;

import java.util.List;
import java.util.stream.LongStream;

/** Which wirings of its null model an arm has. */
public sealed interface Draws {
    /**
     * Numbers of the draws that are trained from a seed, each at least 1; just 0 for a controller that is always the same.
     */
    List<Long> from(long seed);

    /** A controller that is always the same. */
    record None() implements Draws {
        @Override
        public List<Long> from(long seed) {
            return List.of(0L);
        }
    }

    /**
     * The same draws from every seed, so that wirings and seeds are crossed.
     *
     * @param count how many, at least 1
     */
    record Crossed(int count) implements Draws {
        @Override
        public List<Long> from(long seed) {
            return LongStream.rangeClosed(1, count).boxed().toList();
        }
    }

    /** Each seed, at least 1, has the draw of its own number, so that runs are independent in both. */
    record PerSeed() implements Draws {
        @Override
        public List<Long> from(long seed) {
            return List.of(seed);
        }
    }
}
