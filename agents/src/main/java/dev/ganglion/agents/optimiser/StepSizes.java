package dev.ganglion.agents.optimiser;

/**
 * Adam's step sizes for controller and critic.
 *
 * @param controller for the controller and its noise
 * @param critic for the critic
 */
public record StepSizes(double controller, double critic) {
    private static final double FACTOR = 1.5;
    private static final double SMALLEST = 1e-5;
    private static final double LARGEST = 1e-2;

    /**
     * In a straight line towards zero (Huang et al. 2022, detail 4).
     *
     * @param remaining share of the run's steps that is still to be taken, in [0, 1]
     */
    public StepSizes linear(double remaining) {
        double share = Math.max(0, Math.min(1, remaining));
        return new StepSizes(controller * share, critic * share);
    }

    /**
     * After a gradient step that moved the policy by a divergence: the controller's step size is divided by 1.5 if
     * that was more than twice what is desired, multiplied by 1.5 if less than half, and kept between 1e-5 and 1e-2
     * (legged-robotics/rsl_rl, {@code ppo.py}; there the critic's changes along, here it stays).
     *
     * @param divergence mean KL divergence, in nats
     * @param desired what it should be
     */
    public StepSizes adapted(double divergence, double desired) {
        if (divergence > 2 * desired) {
            return new StepSizes(Math.max(Math.min(SMALLEST, controller), controller / FACTOR), critic);
        }
        if (divergence > 0 && divergence < desired / 2) {
            return new StepSizes(Math.min(Math.max(LARGEST, controller), controller * FACTOR), critic);
        }
        return this;
    }
}
