package dev.ganglion.agents.ppo;

import dev.ganglion.environments.options.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The settings of PPO. Each is an option of the same name, declared with its default, range and source in
 * {@link PpoOptions}.
 *
 * @param rollout environment steps per update, over all environments
 * @param chunk steps through which a trained state is unrolled, L
 * @param group environments that act in one batch
 * @param overlap whether a rollout is collected while the learner learns from the one before
 * @param epochs passes over the rollout
 * @param minibatch environment steps per gradient step
 * @param gamma discount per step, γ
 * @param lambda decay of the generalised advantage estimate, λ
 * @param clip half-width of the clipped ratio, ε
 * @param clipFalls whether it falls in a straight line to zero at the run's last step
 * @param maxLogRatio bound on the logarithm of the ratio
 * @param valueClip half-width of the clipped value, 0 for none
 * @param valueCoefficient weight of the value loss
 * @param entropy weight of the entropy bonus
 * @param advantages how advantages are standardised
 * @param learningRate Adam's step size for the controller and its noise
 * @param criticLearningRate Adam's step size for the critic
 * @param schedule how the step sizes change
 * @param desiredKl the KL divergence that the adaptive schedule steers to
 * @param targetKl the KL divergence at which an update stops, 0 for never
 * @param klStop what stops at {@code targetKl}
 * @param maxGradientNorm longest gradient that is not shortened, 0 for any
 * @param gradientNorm over what the gradient's norm is taken
 * @param adamBeta1 decay of Adam's first moment
 * @param adamBeta2 decay of Adam's second moment
 * @param adamEpsilon Adam's ε
 * @param skipsNonFinite whether a gradient that is not finite takes no step, rather than stopping the run
 * @param stdMode what becomes of the noise's standard deviation
 * @param std initial standard deviation of the action noise
 * @param stdFloor smallest standard deviation
 * @param stdCeiling largest standard deviation
 * @param normaliseObservations whether the controller sees normalised observations
 * @param normaliseCritic whether the critic sees normalised observations
 * @param observationClip bound on a normalised observation
 * @param normaliseReturns whether the critic learns standardised returns
 * @param scaleRewards whether rewards are divided by the deviation of the discounted return
 * @param criticHidden widths of the critic's hidden layers
 * @param criticMemory the critic's own memory
 * @param criticUnits units of that memory
 * @param criticState whether the critic also sees a trained state
 */
public record PpoConfig(
        int rollout,
        int chunk,
        int group,
        boolean overlap,
        int epochs,
        int minibatch,
        double gamma,
        double lambda,
        double clip,
        boolean clipFalls,
        double maxLogRatio,
        double valueClip,
        double valueCoefficient,
        double entropy,
        AdvantageScaling advantages,
        double learningRate,
        double criticLearningRate,
        Schedule schedule,
        double desiredKl,
        double targetKl,
        KlStop klStop,
        double maxGradientNorm,
        NormScope gradientNorm,
        double adamBeta1,
        double adamBeta2,
        double adamEpsilon,
        boolean skipsNonFinite,
        StdMode stdMode,
        double std,
        double stdFloor,
        double stdCeiling,
        boolean normaliseObservations,
        boolean normaliseCritic,
        double observationClip,
        boolean normaliseReturns,
        boolean scaleRewards,
        List<Integer> criticHidden,
        CriticMemory criticMemory,
        int criticUnits,
        boolean criticState) {
    /** Copies the list and checks that the noise's limits enclose its start. */
    public PpoConfig {
        criticHidden = List.copyOf(criticHidden);
        if (!(stdFloor <= std && std <= stdCeiling)) {
            throw new dev.ganglion.environments.options.InvalidInputException("ppo: std=" + std
                    + " lies outside its own limits; it takes std-floor=" + stdFloor + " to std-ceiling=" + stdCeiling);
        }
    }

    /** How advantages are brought to mean 0 and deviation 1. */
    public enum AdvantageScaling {
        /** Within each minibatch. */
        MINIBATCH,
        /** Over the whole rollout. */
        BATCH,
        /** Not at all. */
        OFF
    }

    /** How the step sizes change during a run. */
    public enum Schedule {
        /** Not at all. */
        CONSTANT,
        /** In a straight line to zero at the run's last step. */
        LINEAR,
        /** The controller's by the KL divergence of each gradient step. */
        ADAPTIVE
    }

    /** What stops when the KL divergence has been reached. */
    public enum KlStop {
        /** The controller's gradient steps; the critic goes on. */
        POLICY,
        /** The whole update. */
        ALL
    }

    /** What becomes of the noise's standard deviation during a run. */
    public enum StdMode {
        /** It is learned, one per action component. */
        LEARNED,
        /** It stays. */
        FIXED,
        /** It falls in a straight line to its floor at the run's last step. */
        FALLING
    }

    /** Over what the gradient's norm is taken before it is shortened. */
    public enum NormScope {
        /** Controller and critic together. */
        JOINT,
        /** Each by itself. */
        SEPARATE
    }

    /** What the critic remembers by itself. */
    public enum CriticMemory {
        /** Nothing. */
        OFF,
        /** Gated recurrent units. */
        GRU,
        /** Long short-term memory. */
        LSTM
    }

    /** The settings that checked options of {@link PpoOptions} stand for. */
    public static PpoConfig of(Options options) {
        return new PpoConfig(
                options.whole("rollout"),
                options.whole("chunk"),
                options.whole("group"),
                options.isOn("overlap"),
                options.whole("epochs"),
                options.whole("minibatch"),
                options.real("gamma"),
                options.real("lambda"),
                options.real("clip"),
                options.text("clip-schedule").equals("linear"),
                options.real("max-log-ratio"),
                options.real("value-clip"),
                options.real("value-coefficient"),
                options.real("entropy"),
                AdvantageScaling.valueOf(word(options, "advantages")),
                options.real("learning-rate"),
                options.real("critic-learning-rate"),
                Schedule.valueOf(word(options, "schedule")),
                options.real("desired-kl"),
                options.real("target-kl"),
                KlStop.valueOf(word(options, "kl-stop")),
                options.real("max-gradient-norm"),
                NormScope.valueOf(word(options, "gradient-norm")),
                options.real("adam-beta1"),
                options.real("adam-beta2"),
                options.real("adam-epsilon"),
                options.text("non-finite").equals("skip"),
                StdMode.valueOf(word(options, "std-mode")),
                options.real("std"),
                options.real("std-floor"),
                options.real("std-ceiling"),
                options.isOn("normalise-observations"),
                options.isOn("normalise-critic"),
                options.real("observation-clip"),
                options.isOn("normalise-returns"),
                options.isOn("scale-rewards"),
                widths(options.text("critic-hidden")),
                CriticMemory.valueOf(word(options, "critic-memory")),
                options.whole("critic-units"),
                options.isOn("critic-state"));
    }

    /** Whether the noise's standard deviation is learned. */
    boolean stdLearned() {
        return stdMode == StdMode.LEARNED;
    }

    /** Whether the noise's standard deviation falls. */
    boolean stdFalls() {
        return stdMode == StdMode.FALLING;
    }

    /**
     * The noise's standard deviation, if it is not learned.
     *
     * @param remaining share of the run's steps that is still to be taken, in [0, 1]
     */
    double std(double remaining) {
        return stdFalls() ? stdFloor + (std - stdFloor) * Math.max(0, Math.min(1, remaining)) : std;
    }

    /**
     * The half-width of the clipped ratio.
     *
     * @param remaining share of the run's steps that is still to be taken, in [0, 1]
     */
    double clip(double remaining) {
        return clipFalls ? clip * Math.max(0, Math.min(1, remaining)) : clip;
    }

    private static String word(Options options, String key) {
        return options.text(key).toUpperCase(Locale.ROOT);
    }

    private static List<Integer> widths(String text) {
        return Arrays.stream(text.split("x", -1)).map(Integer::valueOf).toList();
    }
}
