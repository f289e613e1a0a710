package dev.ganglion.experiments.config;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.LearnerChoice;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.options.Selector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run's configuration with nothing left open.
 *
 * @param plan what decides the run
 * @param preset name of the preset beneath it, or {@code none}
 * @param version version of Ganglion that resolved it
 */
public record RunConfig(TrainingPlan plan, String preset, String version) {
    private static final long DEFAULT_STEPS = 100_000;
    private static final int DEFAULT_ENVIRONMENTS = 8;

    /** What is taken where neither command line nor file nor preset says otherwise. */
    public static Settings defaults() {
        return new Settings(
                Optional.empty(),
                Optional.of(new Selector("swimmer/swim", Map.of())),
                Optional.of(new Selector("ncap", Map.of())),
                Optional.of(new Selector("ppo", Map.of())),
                Optional.of(DEFAULT_STEPS),
                Optional.of(1L),
                Optional.of(DEFAULT_ENVIRONMENTS),
                Optional.of(Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Lays settings over the fitting preset, or the one they name, and both over the defaults.
     *
     * @throws InvalidInputException if a name, key or value is wrong
     */
    public static RunConfig resolve(Settings given) {
        Settings named = given.over(defaults());
        EnvironmentChoice environment = Environments.parse(text(named.environment()));
        ControllerChoice controller = Controllers.parse(text(named.controller()));
        LearnerChoice learner = Learners.parse(text(named.learner()));
        Optional<Preset> preset = preset(given.preset(), named);
        Settings all =
                preset.isEmpty() ? named : given.over(preset.get().settings()).over(defaults());
        if (preset.isPresent()) {
            environment = Environments.parse(text(all.environment()));
            controller = Controllers.parse(text(all.controller()));
            learner = Learners.parse(text(all.learner()));
        }
        TrainingPlan plan = new TrainingPlan(
                environment,
                controller,
                learner,
                all.steps().orElseThrow(),
                all.seed().orElseThrow(),
                all.environments().orElseThrow(),
                all.workers().orElseThrow());
        return new RunConfig(plan, preset.map(Preset::name).orElse(Presets.NONE), Version.current());
    }

    /** The same run for another number of steps, counted from its beginning. */
    public RunConfig withSteps(long steps) {
        return with(plan.environment(), steps, plan.seed(), plan.workers());
    }

    /** The same run from another seed. */
    public RunConfig withSeed(long seed) {
        return with(plan.environment(), plan.steps(), seed, plan.workers());
    }

    /** The same run on another number of threads, which does not change its result. */
    public RunConfig withWorkers(int workers) {
        return with(plan.environment(), plan.steps(), plan.seed(), workers);
    }

    /** The same run on another body or task. */
    public RunConfig withEnvironment(EnvironmentChoice environment) {
        return with(environment, plan.steps(), plan.seed(), plan.workers());
    }

    private RunConfig with(EnvironmentChoice environment, long steps, long seed, int workers) {
        TrainingPlan changed = new TrainingPlan(
                environment, plan.controller(), plan.learner(), steps, seed, plan.environments(), workers);
        return new RunConfig(changed, preset, version);
    }

    /**
     * Checks that a checkpoint was made by this run, under the environment's present rules.
     *
     * @param file where the checkpoint lies, for the message
     * @throws InvalidInputException if it was not; the message says what differs
     */
    public void requireSameRun(Checkpoint checkpoint, Path file) {
        requireSame(file, "environment", plan.environment().name(), checkpoint.environment());
        requireSame(file, "controller", plan.controller().name(), checkpoint.controller());
        requireSame(file, "learner", plan.learner().name(), checkpoint.learner());
        requireSame(file, "seed", Long.toString(plan.seed()), Long.toString(checkpoint.seed()));
        int version = plan.environment().create().spec().version();
        requireSame(
                file,
                "version of " + plan.environment().provider().name(),
                Integer.toString(version),
                Integer.toString(checkpoint.environmentVersion()));
    }

    private static void requireSame(Path file, String what, String expected, String found) {
        if (!expected.equals(found)) {
            throw new InvalidInputException(
                    file + " is of another run: its " + what + " is " + found + ", here it is " + expected);
        }
    }

    /**
     * Reads settings from a file that a user wrote.
     *
     * @throws InvalidInputException if the file is missing or says something wrong
     */
    public static Settings readSettings(Path file) {
        SettingsFile read = SettingsFile.read(file);
        Settings settings = read.settings();
        requireVersion(file, read, settings);
        return settings;
    }

    /**
     * Reads a run's own {@code config.yaml}.
     *
     * @throws InvalidInputException if the file is missing, incomplete, or of another version of the environment
     */
    public static RunConfig read(Path file) {
        SettingsFile read = SettingsFile.read(file);
        Settings settings = read.settings();
        requireVersion(file, read, settings);
        TrainingPlan plan = new TrainingPlan(
                Environments.parse(text(required(file, "environment", settings.environment()))),
                Controllers.parse(text(required(file, "controller", settings.controller()))),
                Learners.parse(text(required(file, "learner", settings.learner()))),
                required(file, "steps", settings.steps()),
                required(file, "seed", settings.seed()),
                required(file, "environments", settings.environments()),
                required(file, "workers", settings.workers()));
        return new RunConfig(plan, settings.preset().orElse(Presets.NONE), required(file, "ganglion", read.ganglion()));
    }

    private static void requireVersion(Path file, SettingsFile read, Settings settings) {
        Optional<Integer> version = read.environment().flatMap(SettingsFile.Part::version);
        if (version.isPresent()) {
            EnvironmentSpec spec =
                    Environments.parse(text(settings.environment())).create().spec();
            if (spec.version() != version.get()) {
                throw new InvalidInputException(file + " is of version " + version.get() + " of " + spec.name()
                        + ", which behaves otherwise than the present version " + spec.version()
                        + "; begin a new run, or take the version out of the file");
            }
        }
    }

    /** The configuration as YAML, with every option of every part, for {@link #read}. */
    public String yaml() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ganglion", version);
        all.put("preset", preset);
        int environmentVersion = plan.environment().create().spec().version();
        all.put(
                "environment",
                part(
                        plan.environment().provider().name(),
                        Map.of("version", environmentVersion),
                        plan.environment().options()));
        all.put(
                "controller",
                part(
                        plan.controller().provider().name(),
                        Map.of(),
                        plan.controller().options()));
        all.put(
                "learner",
                part(plan.learner().provider().name(), Map.of(), plan.learner().options()));
        all.put("steps", plan.steps());
        all.put("seed", plan.seed());
        all.put("environments", plan.environments());
        all.put("workers", plan.workers());
        return StrictYaml.write(all);
    }

    private static Map<String, Object> part(String name, Map<String, Object> more, Options options) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", name);
        part.putAll(more);
        part.put("options", options.asMap());
        return part;
    }

    private static Optional<Preset> preset(Optional<String> asked, Settings named) {
        if (asked.isEmpty()) {
            return Presets.fitting(named);
        }
        return asked.get().equals(Presets.NONE) ? Optional.empty() : Optional.of(Presets.find(asked.get()));
    }

    private static String text(Optional<Selector> selector) {
        return selector.orElseThrow().toString();
    }

    private static String text(Selector selector) {
        return selector.toString();
    }

    private static <T> T required(Path file, String key, Optional<T> value) {
        return value.orElseThrow(
                () -> new InvalidInputException(file + " lacks the key '" + key + "', so it is not of a run"));
    }
}
