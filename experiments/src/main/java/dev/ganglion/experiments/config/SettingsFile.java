package dev.ganglion.experiments.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a configuration file, the same for what a user writes, for a preset and for a run's resolved
 * {@code config.yaml}. No key is required; a run's file has them all.
 *
 * @param ganglion version that wrote the file
 * @param summary what a preset is good for
 * @param preset name of the preset beneath, or {@code none}
 * @param environment name and options
 * @param controller name and options
 * @param learner name and options
 * @param steps environment steps to train for
 * @param seed seed of everything random
 * @param environments number of environments side by side
 * @param workers number of threads
 */
record SettingsFile(
        Optional<String> ganglion,
        Optional<String> summary,
        Optional<String> preset,
        Optional<Part> environment,
        Optional<Part> controller,
        Optional<Part> learner,
        Optional<String> steps,
        Optional<String> seed,
        Optional<String> environments,
        Optional<String> workers) {

    static SettingsFile read(Path file) {
        return StrictYaml.read(file, SettingsFile.class);
    }

    /** The settings that the file gives. */
    Settings settings() {
        return new Settings(
                preset,
                environment.map(Part::selector),
                controller.map(Part::selector),
                learner.map(Part::selector),
                steps.map(Limits::steps),
                seed.map(Limits::seed),
                environments.map(Limits::environments),
                workers.map(Limits::workers));
    }

    /**
     * An environment, controller or learner: {@code NAME[:key=value,…]}, or a mapping with name and options.
     *
     * @param name its name
     * @param version behaviour version of an environment, in the file of a run
     * @param options option texts by key
     */
    record Part(String name, Optional<Integer> version, Optional<Map<String, String>> options) {
        @JsonCreator
        Part {
            if (name.isBlank() || name.contains(":")) {
                throw new InvalidInputException("'" + name + "' is no name; options go under the key 'options'");
            }
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Part parse(String text) {
            Selector selector = Selector.parse(text);
            return new Part(selector.name(), Optional.empty(), Optional.of(selector.options()));
        }

        Selector selector() {
            return new Selector(name, new LinkedHashMap<>(options.orElse(Map.of())));
        }
    }
}
