package dev.ganglion.environments.toy;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.Map;

/** Provides {@link ToyEnvironment}; unregistered, so that users never see it. */
public final class ToyProvider implements EnvironmentProvider {
    /** A toy with options as on the command line. */
    public static EnvironmentChoice choice(Map<String, String> options) {
        ToyProvider provider = new ToyProvider();
        return new EnvironmentChoice(provider, provider.options().parse(options));
    }

    @Override
    public String name() {
        return "toy/push";
    }

    @Override
    public String summary() {
        return "A bead is pushed along a wire.";
    }

    @Override
    public OptionSet options() {
        return OptionSet.of(
                name(),
                new Option.Whole("limit", 50, 1, 1_000_000, "steps", "Time limit."),
                new Option.Real("edge", 0.5, 0, 1e9, "m", "Distance from the middle at which the episode terminates."),
                new Option.Choice(
                        "fault",
                        "none",
                        java.util.List.of("none", "create", "throw", "nan", "error"),
                        "How it fails, and if not on creation, then beyond the edge."),
                Option.Choice.onOff("identify", false, "Whether measurements identify the loaded class."));
    }

    @Override
    public Environment create(Options options) {
        if (options.text("fault").equals("create")) {
            throw new InvalidInputException("toy/push: edge and limit do not go together");
        }
        return new ToyEnvironment(options);
    }
}
