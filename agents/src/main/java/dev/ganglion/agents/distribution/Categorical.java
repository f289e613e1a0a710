package dev.ganglion.agents.distribution;

import java.util.random.RandomGenerator;

/**
 * One of several alternatives, with probabilities in proportion to the exponentials of the logits.
 *
 * @param outputs number of alternatives
 */
public record Categorical(int outputs) implements ActionDistribution {
    @Override
    public int actionSize() {
        return 1;
    }

    @Override
    public void sample(float[] logits, int output, RandomGenerator random, float[] actions, int action) {
        double logSum = logSumExp(logits, output);
        double rest = random.nextDouble();
        int choice = 0;
        while (choice < outputs - 1) {
            rest -= Math.exp(logits[output + choice] - logSum);
            if (rest < 0) {
                break;
            }
            choice++;
        }
        // A NaN logit must not pass for the last alternative.
        actions[action] = Double.isNaN(logSum) ? Float.NaN : choice;
    }

    @Override
    public void mode(float[] logits, int output, float[] actions, int action) {
        int best = 0;
        for (int i = 1; i < outputs; i++) {
            if (logits[output + i] > logits[output + best]) {
                best = i;
            }
        }
        actions[action] = Double.isNaN(logSumExp(logits, output)) ? Float.NaN : best;
    }

    @Override
    public double logProbability(float[] logits, int output, float[] actions, int action) {
        return logits[output + (int) actions[action]] - logSumExp(logits, output);
    }

    @Override
    public double entropy(float[] logits, int output) {
        double logSum = logSumExp(logits, output);
        double sum = 0;
        for (int i = 0; i < outputs; i++) {
            double logProbability = logits[output + i] - logSum;
            sum -= Math.exp(logProbability) * logProbability;
        }
        return sum;
    }

    private double logSumExp(float[] logits, int output) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < outputs; i++) {
            largest = Math.max(largest, logits[output + i]);
        }
        double sum = 0;
        for (int i = 0; i < outputs; i++) {
            sum += Math.exp(logits[output + i] - largest);
        }
        return largest + Math.log(sum);
    }
}
