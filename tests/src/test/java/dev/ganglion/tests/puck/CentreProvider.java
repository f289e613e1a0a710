package dev.ganglion.tests.puck;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code puck/centre}. */
public final class CentreProvider implements EnvironmentProvider {
    private static final int VERSION = 1;

    private static final OptionSet OPTIONS =
            OptionSet.of("puck/centre", new Option.Real("mass", 1, 0.1, 10, "kg", "Mass of the puck."));

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A puck is pushed to the middle of its rail.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        Puck puck = new Puck(options.real("mass"));
        return new TaskEnvironment(options.canonicalName(), VERSION, puck, new CentreTask(puck));
    }
}
