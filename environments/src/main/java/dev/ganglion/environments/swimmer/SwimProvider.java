package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code swimmer/swim}: a worm-like chain swims ahead. */
public final class SwimProvider implements EnvironmentProvider {
    private static final int VERSION = 1;

    private static final OptionSet OPTIONS = SwimmerOptions.of("swimmer/swim");

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A worm-like chain of links swims ahead by bending its joints.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        SwimmerBody body = SwimmerOptions.body(options);
        SwimTask task = new SwimTask(body, options.isOn("velocities"));
        return new TaskEnvironment(options.canonicalName(), VERSION, body, task);
    }
}
