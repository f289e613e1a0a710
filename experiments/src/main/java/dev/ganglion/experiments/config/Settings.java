package dev.ganglion.experiments.config;

import dev.ganglion.environments.options.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One layer of a run's configuration: what was said, and nothing about what was not.
 *
 * <p>Layers are laid over one another: the command line over a file over a preset over the defaults.
 *
 * @param preset name of a preset, or {@code none}
 * @param environment the environment, with the options that were given
 * @param controller the controller, with the options that were given
 * @param learner the learner, with the options that were given
 * @param steps environment steps to train for
 * @param seed seed of everything random
 * @param environments number of environments side by side
 * @param workers number of threads that step them
 */
public record Settings(
        Optional<String> preset,
        Optional<Selector> environment,
        Optional<Selector> controller,
        Optional<Selector> learner,
        Optional<Long> steps,
        Optional<Long> seed,
        Optional<Integer> environments,
        Optional<Integer> workers) {

    /** Nothing said. */
    public static final Settings NONE = new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * These settings laid over others: what is said here wins, what is not said shows through. The options of an
     * environment, controller or learner are laid over one another key by key, as long as both layers name the same
     * one.
     */
    public Settings over(Settings below) {
        return new Settings(
                preset.or(below::preset),
                merge(environment, below.environment),
                merge(controller, below.controller),
                merge(learner, below.learner),
                steps.or(below::steps),
                seed.or(below::seed),
                environments.or(below::environments),
                workers.or(below::workers));
    }

    private static Optional<Selector> merge(Optional<Selector> above, Optional<Selector> below) {
        if (above.isEmpty() || below.isEmpty()) {
            return above.or(() -> below);
        }
        if (!above.get().name().equals(below.get().name())) {
            return above;
        }
        Map<String, String> options = new LinkedHashMap<>(below.get().options());
        options.putAll(above.get().options());
        return Optional.of(new Selector(above.get().name(), options));
    }

    /** What is said, by key, as it would stand in a file. */
    public Map<String, String> asTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        preset.ifPresent(value -> texts.put("preset", value));
        environment.ifPresent(value -> texts.put("environment", value.toString()));
        controller.ifPresent(value -> texts.put("controller", value.toString()));
        learner.ifPresent(value -> texts.put("learner", value.toString()));
        steps.ifPresent(value -> texts.put("steps", value.toString()));
        seed.ifPresent(value -> texts.put("seed", value.toString()));
        environments.ifPresent(value -> texts.put("environments", value.toString()));
        workers.ifPresent(value -> texts.put("workers", value.toString()));
        return texts;
    }
}
