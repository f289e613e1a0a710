package dev.ganglion.agents.advantage;

/**
 * Generalised advantage estimates of a stretch of experience, and the returns they imply.
 *
 * <p>With {@code δ_t = r_t + γ·V(s_{t+1}) − V(s_t)}, where the value after a terminated episode is 0 and that after a
 * truncated one is the value of its true last observation, {@code A_t = δ_t + γ·λ·(1 − end_t)·A_{t+1}}. Both kinds of
 * end cut the sum; only termination removes the bootstrap. Returns are {@code R_t = A_t + V(s_t)}.
 *
 * <p>Source: Schulman et al. 2016, "High-dimensional continuous control using generalized advantage estimation",
 * equations 11 to 16; truncation: Pardo et al. 2018, "Time limits in reinforcement learning".
 *
 * @param advantages {@code [time, environment]}
 * @param returns {@code [time, environment]}
 */
public record Advantages(double[] advantages, double[] returns) {
    /**
     * Estimates advantages backwards in time.
     *
     * @param rewards {@code [time, environment]}
     * @param values value before each step, {@code [time, environment]}
     * @param nextValues value after each step and before any reset; 0 where the episode terminated, {@code [time,
     *     environment]}
     * @param ends whether the step was the last of an episode, {@code [time, environment]}
     * @param environments length of the environment axis
     * @param gamma discount γ per step
     * @param lambda decay λ
     */
    public static Advantages estimate(
            float[] rewards,
            float[] values,
            float[] nextValues,
            boolean[] ends,
            int environments,
            double gamma,
            double lambda) {
        double[] advantages = new double[rewards.length];
        double[] returns = new double[rewards.length];
        for (int i = rewards.length - 1; i >= 0; i--) {
            int next = i + environments;
            double future = ends[i] || next >= rewards.length ? 0 : advantages[next];
            double delta = rewards[i] + gamma * nextValues[i] - values[i];
            advantages[i] = delta + gamma * lambda * future;
            returns[i] = advantages[i] + values[i];
        }
        return new Advantages(advantages, returns);
    }

    /** The advantages with mean 0 and deviation 1 (divisor n), unless they hardly differ. */
    public Advantages standardised() {
        double mean = mean(advantages);
        double scale = 1 / (Math.sqrt(variance(advantages)) + SMALLEST_DEVIATION);
        double[] standardised = new double[advantages.length];
        for (int i = 0; i < advantages.length; i++) {
            standardised[i] = (advantages[i] - mean) * scale;
        }
        return new Advantages(standardised, returns);
    }

    /** Added to the deviation that advantages are divided by, here and within minibatches. */
    public static final double SMALLEST_DEVIATION = 1e-8;

    /**
     * The share of the returns' variance that the values before the steps explain, {@code 1 − Var(R − V)/Var(R)}; NaN
     * if the returns do not vary.
     */
    public double explainedVariance(float[] values) {
        double[] errors = new double[returns.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = returns[i] - values[i];
        }
        double total = variance(returns);
        return total == 0 ? Double.NaN : 1 - variance(errors) / total;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
