package dev.ganglion.agents.ppo;

import dev.ganglion.agents.distribution.Categorical;
import dev.ganglion.agents.distribution.DiagonalGaussian;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.rollout.RolloutActor;
import java.util.Arrays;

/**
 * The policy with which a rollout is acted. It is the learned one, or the one before the last update if collecting and
 * learning overlap.
 *
 * @param parameters the controller's parameters, and behind them the learned logarithms of standard deviations
 * @param logStd logarithms of the standard deviations, one per action component; none for a choice among alternatives
 * @param normaliser statistics of the critic's signals, of which the controller's are the first
 */
record BehaviourPolicy(float[] parameters, float[] logStd, SignalNormaliser normaliser) {
    /**
     * The policy as it is learned.
     *
     * @param steps all steps of the run, over which a deviation that is not learned may fall
     */
    static BehaviourPolicy of(PpoModel model, PpoState state, float[] parameters, long steps) {
        float[] logStd = model.config().stdLearned()
                ? Arrays.copyOfRange(parameters, parameters.length - model.stdSize(), parameters.length)
                : model.logStd(PpoState.remaining(state.steps(), steps));
        return new BehaviourPolicy(parameters, logStd, state.normaliser());
    }

    /** Standard deviation of each action component. */
    double[] std() {
        double[] std = new double[logStd.length];
        Arrays.setAll(std, i -> Math.exp(logStd[i]));
        return std;
    }

    /** How a rollout is acted with it, with an empty trace. */
    RolloutActor.Exploration exploration(PpoModel model) {
        int observation = model.shape().observation();
        return new RolloutActor.Exploration(
                model.normalisesController()
                        ? normaliser.toRows().first(observation)
                        : RowNormaliser.identity(observation),
                model.stdSize() > 0
                        ? new DiagonalGaussian(std())
                        : new Categorical(model.shape().outputs()),
                new ActingTrace(model.shape()));
    }
}
