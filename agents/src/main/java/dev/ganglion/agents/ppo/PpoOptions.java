package dev.ganglion.agents.ppo;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Choice;
import dev.ganglion.environments.options.Option.Real;
import dev.ganglion.environments.options.Option.Text;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.OptionSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * PPO's options, in the order in which they are shown. {@code docs/learners/ppo.md} says where each comes from.
 *
 * <p>The sources: Schulman et al. 2016 (generalised advantage estimation) and 2017 (PPO); Huang et al. 2022, "The 37
 * implementation details of PPO", by their numbers; Andrychowicz et al. 2021, "What matters in on-policy
 * reinforcement learning", by the names of their choices.
 */
public final class PpoOptions {
    /** The options of {@code ppo}. */
    public static final OptionSet SET = new OptionSet(
            "ppo",
            Stream.of(experience(), objective(), optimisation(), noise(), normalisation(), critic())
                    .flatMap(List::stream)
                    .toList());

    private PpoOptions() {}

    private static List<Option> experience() {
        return List.of(
                new Whole(
                        "rollout",
                        4096,
                        1,
                        100_000_000,
                        "steps",
                        "Environment steps per update, over all "
                                + "environments, rounded up to the same number for each."),
                new Whole(
                        "chunk",
                        32,
                        1,
                        4096,
                        "steps",
                        "Steps through which gradients flow back in controllers whose "
                                + "state is trained; others have no chunks."),
                new Whole("group", 8, 1, 65_536, "environments", "Environments that act in one batch."),
                Choice.onOff(
                        "overlap",
                        false,
                        "Whether each rollout is collected while the learner learns from the one before; experience is"
                                + " then one update old."));
    }

    private static List<Option> objective() {
        return List.of(
                new Whole("epochs", 10, 1, 1000, "", "Passes over each rollout."),
                new Whole(
                        "minibatch",
                        512,
                        1,
                        100_000_000,
                        "steps",
                        "Environment steps per gradient step, rounded to " + "whole chunks."),
                new Real("gamma", 0.99, 0, 1, "per step", "Discount of the reward to come."),
                new Real(
                        "lambda",
                        0.95,
                        0,
                        1,
                        "",
                        "Decay of the generalised advantage estimate: 0 trusts the critic, " + "1 the returns."),
                new Real("clip", 0.2, 0.001, 10, "", "How far the ratio of new to old probability may move from 1."),
                new Choice(
                        "clip-schedule",
                        "constant",
                        List.of("constant", "linear"),
                        "How that distance changes: not, or in a straight line to zero at the last step."),
                new Real(
                        "max-log-ratio",
                        20,
                        0.1,
                        80,
                        "",
                        "Bound on the logarithm of that ratio, so that it cannot " + "overflow."),
                new Real(
                        "value-clip",
                        0,
                        0,
                        1e6,
                        "",
                        "How far a value may move from the old one in an update before "
                                + "its loss stops falling; 0 for any distance."),
                new Real("value-coefficient", 0.5, 0, 1000, "", "Weight of the value loss."),
                new Real("entropy", 0, 0, 100, "per nat", "Weight of the entropy bonus."),
                new Choice(
                        "advantages",
                        "minibatch",
                        List.of("minibatch", "batch", "off"),
                        "Over what advantages are " + "brought to mean 0 and deviation 1."));
    }

    private static List<Option> optimisation() {
        return List.of(
                new Real("learning-rate", 3e-4, 0, 10, "", "Adam's step size for the controller and its noise."),
                new Real("critic-learning-rate", 1e-3, 0, 10, "", "Adam's step size for the critic."),
                new Choice(
                        "schedule",
                        "constant",
                        List.of("constant", "linear", "adaptive"),
                        "How the step sizes "
                                + "change: not, to zero at the last step, or the controller's by its KL divergence."),
                new Real("desired-kl", 0.01, 1e-6, 10, "nats", "KL divergence to which the adaptive schedule steers."),
                new Real(
                        "target-kl",
                        0,
                        0,
                        10,
                        "nats",
                        "Estimated KL divergence at which an update stops early; 0 for " + "never."),
                new Choice(
                        "kl-stop",
                        "policy",
                        List.of("policy", "all"),
                        "What stops at target-kl: the controller's " + "gradient steps, or the critic's too."),
                new Real(
                        "max-gradient-norm",
                        0.5,
                        0,
                        1e9,
                        "",
                        "Longer gradients are shortened to this norm; 0 for " + "none."),
                new Choice(
                        "gradient-norm",
                        "joint",
                        List.of("joint", "separate"),
                        "Whether that norm is taken over " + "controller and critic together or over each."),
                new Real("adam-beta1", 0.9, 0, 0.9999, "per gradient step", "Decay of Adam's mean gradient."),
                new Real(
                        "adam-beta2",
                        0.999,
                        0,
                        0.999999,
                        "per gradient step",
                        "Decay of Adam's mean squared " + "gradient."),
                new Real("adam-epsilon", 1e-5, 1e-12, 1, "", "Added to the root of Adam's mean squared gradient."),
                new Choice(
                        "non-finite",
                        "stop",
                        List.of("stop", "skip"),
                        "What a loss or gradient that is not finite does: it stops the run, or takes no step and is"
                                + " counted."));
    }

    private static List<Option> noise() {
        return List.of(
                new Choice(
                        "std-mode",
                        "learned",
                        List.of("learned", "fixed", "falling"),
                        "Whether the standard deviation of the action noise, one per action component, is learned, stays,"
                                + " or falls to its floor at the last step."),
                new Real(
                        "std",
                        0.5,
                        1e-6,
                        100,
                        "of an action's unit",
                        "Initial standard deviation of the action " + "noise."),
                new Real("std-floor", 0.01, 1e-6, 100, "of an action's unit", "Smallest standard deviation."),
                new Real("std-ceiling", 2, 1e-6, 100, "of an action's unit", "Largest standard deviation."));
    }

    private static List<Option> normalisation() {
        return List.of(
                Choice.onOff(
                        "normalise-observations",
                        false,
                        "Whether the controller sees each signal with mean 0 "
                                + "and deviation 1; circuits with physical ports always see raw signals."),
                Choice.onOff("normalise-critic", true, "Whether the critic sees normalised signals."),
                new Real("observation-clip", 10, 0.1, 1e9, "deviations", "Bound on a normalised signal."),
                Choice.onOff(
                        "normalise-returns",
                        true,
                        "Whether the critic learns returns with mean 0 and deviation "
                                + "1, its last layer corrected whenever these statistics move."),
                Choice.onOff(
                        "scale-rewards",
                        false,
                        "Whether rewards are divided by the running deviation of the " + "discounted return."));
    }

    private static List<Option> critic() {
        return List.of(
                new Text(
                        "critic-hidden",
                        "64x64",
                        "[1-9][0-9]{0,4}(x[1-9][0-9]{0,4})*",
                        "layer widths such as 64x64",
                        "Widths of the critic's hidden layers, of tanh units."),
                new Choice(
                        "critic-memory",
                        "off",
                        List.of("off", "gru", "lstm"),
                        "What memory of its own the critic has, in front of its hidden layers."),
                new Whole("critic-units", 64, 1, 65_536, "", "Units of the critic's memory."),
                Choice.onOff(
                        "critic-state",
                        false,
                        "Whether the critic also sees the state of a controller whose "
                                + "state is trained, without gradient; a phase it always sees."));
    }
}
