package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code quadruped/stand}: a robot dog gets up from a crouch and stands. */
public final class StandProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = QuadrupedOptions.of("quadruped/stand");

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A robot dog gets up from a crouch and stands still.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return QuadrupedOptions.environment(options, Gait.STAND);
    }
}
