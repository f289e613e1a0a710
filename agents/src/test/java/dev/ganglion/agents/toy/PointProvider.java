package dev.ganglion.agents.toy;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.options.Selector;

/**
 * A point on a line that should go to the origin: the smallest task with everything a learner has to cope with,
 * namely termination (beyond ±2), truncation (after 25 steps), random starts, and either kind of action.
 */
public final class PointProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = OptionSet.of(
            "toy/point",
            new Option.Choice("action", "push", java.util.List.of("push", "choice"), "A force or one of two pushes."),
            new Option.Real("scale", 1, 0.01, 1000, "", "What the observation is multiplied by."),
            new Option.Whole("nan-at", 0, 0, 1000, "step", "Step at which the observation is NaN; 0 for never."));

    /** The toy with options as on a command line. */
    public static EnvironmentChoice choice(String options) {
        return new EnvironmentChoice(
                new PointProvider(),
                OPTIONS.parse(Selector.parse("toy/point:" + options).options()));
    }

    @Override
    public String name() {
        return "toy/point";
    }

    @Override
    public String summary() {
        return "A point goes to the origin.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return new Point(options);
    }
}
