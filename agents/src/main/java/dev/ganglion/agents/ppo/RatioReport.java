package dev.ganglion.agents.ppo;

/**
 * What the probability ratios of a minibatch tell, as means over its steps that count.
 *
 * @param policyLoss the policy's loss, {@link PpoLoss#policy}
 * @param divergence estimated KL divergence of the policy from the old one, {@code E[(ρ − 1) − log ρ]}, in nats (Schulman
 *     2020, "Approximating KL divergence", k3)
 * @param clipFraction share of steps with {@code |ρ − 1| > ε}
 * @param deviation largest {@code |ρ − 1|}
 * @param differing share of steps with {@code |ρ − 1|} above 1e-4
 */
record RatioReport(double policyLoss, double divergence, double clipFraction, double deviation, double differing) {}
