package dev.ganglion.agents.distribution;

import java.util.random.RandomGenerator;

/**
 * Independent normal noise on each component of the action mean, the same in every state (Huang et al. 2022, details
 * 23 to 25). Actions are not bounded here: the environment clips what it is given, and the unclipped action is learned
 * from (detail 27).
 *
 * @param std standard deviation of each component, in the action's unit
 */
public record DiagonalGaussian(double[] std) implements ActionDistribution {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    @Override
    public int outputs() {
        return std.length;
    }

    @Override
    public int actionSize() {
        return std.length;
    }

    @Override
    public void sample(float[] outputs, int output, RandomGenerator random, float[] actions, int action) {
        for (int i = 0; i < std.length; i++) {
            actions[action + i] = (float) (outputs[output + i] + std[i] * random.nextGaussian());
        }
    }

    @Override
    public void mode(float[] outputs, int output, float[] actions, int action) {
        System.arraycopy(outputs, output, actions, action, std.length);
    }

    @Override
    public double logProbability(float[] outputs, int output, float[] actions, int action) {
        double sum = 0;
        for (int i = 0; i < std.length; i++) {
            double deviations = ((double) actions[action + i] - outputs[output + i]) / std[i];
            sum -= 0.5 * deviations * deviations + Math.log(std[i]) + HALF_LOG_TWO_PI;
        }
        return sum;
    }

    @Override
    public double entropy(float[] outputs, int output) {
        double sum = 0;
        for (double deviation : std) {
            sum += 0.5 + HALF_LOG_TWO_PI + Math.log(deviation);
        }
        return sum;
    }
}
