package dev.ganglion.experiments.study;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the things that a study compares: a controller, what was taken from it, and how it learns.
 *
 * @param name its name in the study
 * @param controller the controller with the options that were given
 * @param learner the learner with the options that were given, if any was named
 * @param preset name of the preset beneath, or {@code none}; empty for the one that fits
 * @param steps environment steps of each of its runs
 * @param sideBySide environments side by side, if that was said
 * @param environments names of the study's environments in which it is trained
 * @param ablates name of the intact arm of which this one lacks a piece, if it is an ablation
 * @param draws the draws of its wiring from each seed
 */
public record Arm(
        String name,
        Selector controller,
        Optional<Selector> learner,
        Optional<String> preset,
        long steps,
        Optional<Integer> sideBySide,
        List<String> environments,
        Optional<String> ablates,
        Draws draws) {
    /** The controller's option that numbers draws of a null model. */
    static final String DRAW_OPTION = "null-seed";

    /** Copies the list. */
    public Arm {
        environments = List.copyOf(environments);
    }

    /**
     * The configuration of its runs in an environment, from the first seed, on one worker.
     *
     * @param draw number of the draw, 0 for none
     * @param budget environment steps
     * @throws dev.ganglion.environments.options.InvalidInputException if a name, key or value is wrong
     */
    RunConfig config(EnvironmentChoice environment, long draw, long budget) {
        RunConfig resolved = RunConfig.resolve(new Settings(
                preset,
                Optional.of(Selector.parse(environment.name())),
                Optional.of(drawn(draw)),
                learner,
                Optional.of(budget),
                Optional.of(1L),
                sideBySide,
                Optional.of(1)));
        // A preset may set options of its environment, but all arms are to be trained on the same body.
        return resolved.withEnvironment(environment);
    }

    private Selector drawn(long draw) {
        if (draw == 0) {
            return controller;
        }
        Map<String, String> options = new LinkedHashMap<>(controller.options());
        options.put(DRAW_OPTION, Long.toString(draw));
        return new Selector(controller.name(), options);
    }
}
