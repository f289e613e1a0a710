package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code quadruped/run}: a robot dog runs at up to 1.5 m/s. */
public final class RunProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = QuadrupedOptions.of("quadruped/run");

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A robot dog runs ahead as fast as it can, up to 1.5 m/s.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return QuadrupedOptions.environment(options, Gait.RUN);
    }
}
