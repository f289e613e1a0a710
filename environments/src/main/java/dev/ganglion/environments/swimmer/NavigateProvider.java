package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code swimmer/navigate}: a worm-like chain swims to a target. */
public final class NavigateProvider implements EnvironmentProvider {
    private static final int VERSION = 1;

    private static final OptionSet OPTIONS = SwimmerOptions.of("swimmer/navigate");

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A worm-like chain of links swims to a target that its head senses, and stays there.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        SwimmerBody body = SwimmerOptions.body(options);
        NavigateTask task = new NavigateTask(body, options.isOn("velocities"));
        return new TaskEnvironment(options.canonicalName(), VERSION, body, task);
    }
}
