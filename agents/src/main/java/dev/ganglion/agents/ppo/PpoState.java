package dev.ganglion.agents.ppo;

import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.normalisation.RewardScaler;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.optimiser.StepSizes;

/**
 * What a run carries from one update to the next, besides parameters, their moments and the environments.
 *
 * @param update updates so far
 * @param steps environment steps so far
 * @param clock gradient steps so far
 * @param stepSizes Adam's step sizes, as the adaptive schedule has left them
 * @param normaliser statistics of the critic's signals, of which the controller's are the first
 * @param returns statistics of returns
 * @param rewards statistics of discounted sums of rewards
 */
record PpoState(
        long update,
        long steps,
        Clock clock,
        StepSizes stepSizes,
        SignalNormaliser normaliser,
        ReturnNormaliser returns,
        RewardScaler rewards) {

    /** Before anything has been learned. */
    static PpoState initial(PpoModel model) {
        PpoConfig config = model.config();
        return new PpoState(
                0,
                0,
                new Clock(0, 0),
                new StepSizes(config.learningRate(), config.criticLearningRate()),
                SignalNormaliser.empty(model.criticSignals(), config.observationClip()),
                ReturnNormaliser.empty(),
                RewardScaler.empty(model.shape().environments()));
    }

    /**
     * Adam's step numbers.
     *
     * @param controller steps of the controller so far
     * @param critic steps of the critic so far
     */
    record Clock(long controller, long critic) {
        /** After a step of both, or of the critic alone. */
        Clock ticked(boolean both) {
            return new Clock(both ? controller + 1 : controller, critic + 1);
        }
    }

    /** Share of a run's steps that is still to be taken, in [0, 1]. */
    static double remaining(long taken, long all) {
        return all == 0 ? 0 : Math.max(0, 1 - (double) taken / all);
    }
}
