package dev.ganglion.environments.maze;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;

/** Registers {@code maze/forage}. */
public final class MazeForageProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = OptionSet.of(
            "maze/forage",
            new Option.Choice(
                    "size",
                    "13",
                    List.of("5", "7", "9", "11", "13", "15", "17", "19", "21"),
                    "Cells a side, border included."),
            new Option.Whole("time-limit", 200, 1, 100_000, "steps", "Steps in an episode."));

    /** For the service loader. */
    public MazeForageProvider() {}

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "Find a goal that cannot be seen, again and again, in a grid maze.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return new MazeForage(options.canonicalName(), options.whole("size"), options.whole("time-limit"));
    }
}
