package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code quadruped/walk}: a robot dog walks at 0.5 m/s. */
public final class WalkProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = QuadrupedOptions.of("quadruped/walk");

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A robot dog walks ahead at 0.5 m/s without falling.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return QuadrupedOptions.environment(options, Gait.WALK);
    }
}
