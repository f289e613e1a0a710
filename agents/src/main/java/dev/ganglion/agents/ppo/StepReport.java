package dev.ganglion.agents.ppo;

/**
 * What one gradient step of controller and critic reports.
 *
 * @param ratios what the probability ratios tell
 * @param valueLoss the critic's loss, {@link PpoLoss#value}
 * @param entropy mean entropy of the policy, in nats
 * @param exactDivergence exact KL divergence of the policy from the old one, in nats; 0 unless the schedule needs it
 * @param gradientNorm norm of both gradients together, before they are shortened
 */
record StepReport(RatioReport ratios, double valueLoss, double entropy, double exactDivergence, double gradientNorm) {
    /** The losses that are not finite, with their values; empty if all are. */
    String badLosses() {
        StringBuilder bad = new StringBuilder();
        append(bad, "policy loss", ratios.policyLoss());
        append(bad, "value loss", valueLoss);
        append(bad, "entropy", entropy);
        return bad.toString();
    }

    private static void append(StringBuilder bad, String name, double loss) {
        if (!Double.isFinite(loss)) {
            bad.append(bad.isEmpty() ? "" : ", ").append(name).append(' ').append(loss);
        }
    }
}
