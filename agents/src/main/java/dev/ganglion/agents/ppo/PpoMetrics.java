package dev.ganglion.agents.ppo;

import dev.ganglion.agents.advantage.Advantages;
import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.environments.stream.StepBatch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The numbers that an update reports, by name. {@code docs/learners/ppo.md} defines each. */
final class PpoMetrics {
    private PpoMetrics() {}

    /**
     * Metrics of an update, in a fixed order.
     *
     * @param rollout what was learned from
     * @param advantages its advantages and returns, before they were standardised
     * @param report what the gradient steps reported
     * @param stepSizes Adam's step sizes at the end of the update
     * @param std standard deviation of each action component at the end of the update; empty where there is none
     * @param lag divergence of the policy at the beginning of the update from the one that acted; empty if it is that one
     * @param seconds time that rollout and update took
     */
    static Map<String, Double> of(
            Rollout rollout,
            Advantages advantages,
            UpdateReport report,
            StepSizes stepSizes,
            double[] std,
            OptionalDouble lag,
            Seconds seconds) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        StepBatch batch = rollout.experience();
        metrics.put("charts/episode_return", mean(batch, StepBatch.Ending::episodeReturn));
        metrics.put("charts/episode_length", mean(batch, StepBatch.Ending::length));
        metrics.put("charts/reward", meanReward(batch));
        metrics.put("charts/steps_per_second", batch.size() / seconds.together());
        metrics.put("losses/policy", report.mean(step -> step.ratios().policyLoss()));
        metrics.put("losses/value", report.valueLoss());
        metrics.put("losses/entropy", report.mean(StepReport::entropy));
        metrics.put("losses/approx_kl", report.mean(step -> step.ratios().divergence()));
        metrics.put("losses/clip_fraction", report.mean(step -> step.ratios().clipFraction()));
        metrics.put("losses/explained_variance", advantages.explainedVariance(rollout.values()));
        metrics.put("losses/gradient_norm", report.mean(StepReport::gradientNorm));
        metrics.put("losses/first_ratio_deviation", report.firstRatioDeviation());
        metrics.put("losses/first_ratio_differing", report.firstDiffering());
        lag.ifPresent(divergence -> metrics.put("losses/behaviour_kl", divergence));
        metrics.put("losses/policy_steps", (double) report.policySteps());
        metrics.put("losses/skipped_steps", (double) report.skipped());
        if (std.length > 0) {
            metrics.put("policy/std", Arrays.stream(std).average().orElse(Double.NaN));
        }
        metrics.put("policy/learning_rate", stepSizes.controller());
        metrics.put("critic/learning_rate", stepSizes.critic());
        metrics.put("time/environments", seconds.environments);
        metrics.put("time/learning", seconds.learning);
        return metrics;
    }

    private static double mean(StepBatch batch, java.util.function.ToDoubleFunction<StepBatch.Ending> number) {
        return batch.endings().stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    private static double meanReward(StepBatch batch) {
        double sum = 0;
        for (float reward : batch.rewards()) {
            sum += reward;
        }
        return sum / batch.size();
    }

    /**
     * Wall-clock time in seconds.
     *
     * @param environments from the rollout's first action to its last
     * @param learning of the update
     * @param sideBySide whether a rollout is collected while the learner learns, rather than before
     */
    record Seconds(double environments, double learning, boolean sideBySide) {
        /** What a rollout and an update take together. */
        double together() {
            return sideBySide ? Math.max(environments, learning) : environments + learning;
        }
    }
}
