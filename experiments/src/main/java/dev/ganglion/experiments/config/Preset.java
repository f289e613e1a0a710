package dev.ganglion.experiments.config;

import dev.ganglion.environments.options.Selector;
import java.util.Optional;

/**
 * Settings that are known to work for an environment, a controller and a learner together.
 *
 * @param name its name, the stem of its file
 * @param summary one sentence: what it was chosen for
 * @param settings what it sets; environment, controller and learner are always among it
 */
public record Preset(String name, String summary, Settings settings) {
    /** Name of the environment it is for. */
    public String environment() {
        return settings.environment().orElseThrow().name();
    }

    /** Name of the controller it is for. */
    public String controller() {
        return settings.controller().orElseThrow().name();
    }

    /** Name of the learner it is for. */
    public String learner() {
        return settings.learner().orElseThrow().name();
    }

    /** Whether it is made for what the settings name; what they leave open does not count against it. */
    boolean fits(Settings given) {
        return named(given.environment(), environment())
                && named(given.controller(), controller())
                && named(given.learner(), learner());
    }

    private static boolean named(Optional<Selector> given, String name) {
        return given.isEmpty() || given.get().name().equals(name);
    }
}
