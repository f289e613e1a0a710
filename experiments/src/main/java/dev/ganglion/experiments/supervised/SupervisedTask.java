package dev.ganglion.experiments.supervised;

import dev.ganglion.environments.EnvironmentSpec;

/** A task that is learned from examples: a short sequence of inputs, and what should come out after the last. */
public interface SupervisedTask {
    /** Canonical name. */
    String name();

    /** The inputs as an observation and the outputs as an action, which a controller binds to. */
    EnvironmentSpec body();

    /** Length of a sequence. */
    int steps();

    /** What is learned. */
    Goal goal();

    /** Number of examples in a split, and number of epochs, of the standard setting. */
    Standard standard();

    /**
     * Examples.
     *
     * @param split what for; splits share no random numbers
     * @param size how many
     * @param seed decides which
     */
    ExampleSet examples(Split split, int size, long seed);

    /**
     * A task's standard setting.
     *
     * @param training number of examples to learn from
     * @param validation number of examples to watch progress on
     * @param test number of examples to score on
     * @param epochs passes through the examples
     */
    record Standard(int training, int validation, int test, int epochs) {}
}
