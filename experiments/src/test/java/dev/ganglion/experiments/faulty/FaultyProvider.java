package dev.ganglion.experiments.faulty;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;

/** {@code faulty/bead}. */
public final class FaultyProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = OptionSet.of(
            "faulty/bead",
            new Option.Choice(
                    "fault",
                    "none",
                    List.of("none", "observation", "reward", "huge-reward", "blow-up"),
                    "What goes wrong."));

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A bead that goes wrong.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return new FaultyEnvironment(options);
    }
}
