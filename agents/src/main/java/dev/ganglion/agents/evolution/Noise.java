package dev.ganglion.agents.evolution;

import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;

/**
 * Everything random in a search, found by name: it depends on the run's seed, the generation and what it is for, and on
 * nothing that was drawn before.
 *
 * @param seed seed of the run
 */
public record Noise(long seed) {
    /**
     * The stream {@code run/generation/G/WHAT/I}.
     *
     * @param generation number of the generation
     * @param what what it is drawn for, such as {@code direction}
     * @param index which of these
     */
    public RandomGenerator stream(long generation, String what, int index) {
        return RandomStreams.named(seed, "run/generation/" + generation + "/" + what + "/" + index);
    }

    /** Standard normal values from that stream. */
    public double[] normal(long generation, String what, int index, int size) {
        RandomGenerator random = stream(generation, what, index);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** The seed {@code run/generation/G/WHAT/I}, for whatever takes one. */
    long seed(long generation, String what, int index) {
        return RandomStreams.seed(seed, "run/generation/" + generation + "/" + what + "/" + index);
    }
}
