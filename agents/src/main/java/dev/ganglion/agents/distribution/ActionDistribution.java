package dev.ganglion.agents.distribution;

import java.util.random.RandomGenerator;

/**
 * How an action is drawn around a controller's output. Rows of outputs and actions lie in larger arrays; each is
 * given by the array and the index of its first component.
 */
public sealed interface ActionDistribution permits DiagonalGaussian, Categorical {
    /** Number of components of a controller's output. */
    int outputs();

    /** Number of floats that hold an action. */
    int actionSize();

    /** Draws an action. */
    void sample(float[] outputs, int output, RandomGenerator random, float[] actions, int action);

    /** The likeliest action. */
    void mode(float[] outputs, int output, float[] actions, int action);

    /** Logarithm of the action's probability, or of its probability density, in nats. */
    double logProbability(float[] outputs, int output, float[] actions, int action);

    /** Entropy, in nats. */
    double entropy(float[] outputs, int output);
}
