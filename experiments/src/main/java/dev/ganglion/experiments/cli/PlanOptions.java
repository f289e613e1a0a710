package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to train, on what and how. */
final class PlanOptions {
    @Option(
            names = {"-e", "--env"},
            paramLabel = "DOMAIN/TASK[:key=value,…]",
            description = "Body and task (default swimmer/swim).")
    private @Nullable String environment;

    @Option(
            names = {"-c", "--controller"},
            paramLabel = "NAME[:key=value,…]",
            description = "Circuit or network (default ncap).")
    private @Nullable String controller;

    @Option(
            names = {"-l", "--learner"},
            paramLabel = "NAME[:key=value,…]",
            description = "How it learns; a key given here changes that key of the preset alone (default ppo).")
    private @Nullable String learner;

    @Option(
            names = {"-n", "--steps"},
            paramLabel = "N",
            description = "Environment steps of training: 100000, 100_000, 1e5 or 100k (default: the preset's).")
    private @Nullable String steps;

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides everything random; the same seed gives the same bits (default 1). 'train' takes"
                    + " several with commas between them, and makes a run of each.")
    private @Nullable String seed;

    @Option(
            names = "--envs",
            paramLabel = "N",
            description = "Environments side by side (default: the preset's, else 8).")
    private @Nullable String environments;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Threads that step them; the result does not depend on it (default: the processors).")
    private @Nullable String workers;

    @Option(
            names = "--config",
            paramLabel = "FILE.yaml",
            description = "Settings from a file, such as a run's config.yaml; options given here override it.")
    private @Nullable Path config;

    /** What was given, with the file beneath. */
    Settings settings() {
        return settings(read(seed, Limits::seed));
    }

    private Settings settings(Optional<Long> chosenSeed) {
        Settings given = new Settings(
                Optional.empty(),
                read(environment, Selector::parse),
                read(controller, Selector::parse),
                read(learner, Selector::parse),
                read(steps, Limits::steps),
                chosenSeed,
                read(environments, Limits::environments),
                read(workers, Limits::workers));
        return config == null ? given : given.over(RunConfig.readSettings(config));
    }

    /** What was given, over the preset and the defaults. */
    RunConfig resolve() {
        return RunConfig.resolve(settings());
    }

    /**
     * The same from each seed that was given.
     *
     * @param count how many seeds, if they were counted rather than named
     */
    List<RunConfig> resolveEach(@Nullable String count) {
        List<Long> seeds = SeedArguments.of(seed, count);
        if (seeds.isEmpty()) {
            return List.of(resolve());
        }
        RunConfig first = RunConfig.resolve(settings(Optional.of(seeds.get(0))));
        return seeds.stream().map(first::withSeed).toList();
    }

    private static <T> Optional<T> read(@Nullable String text, Function<String, T> reader) {
        return Optional.ofNullable(text).map(reader);
    }
}
