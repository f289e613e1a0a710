package dev.ganglion.experiments;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.Optional;

/**
 * How large a controller is on an environment.
 *
 * @param controller canonical name
 * @param parameters number of trainable values; 0 if it does not fit
 * @param state number of values it remembers from step to step; 0 if it does not fit
 * @param misfit why it does not fit the environment, empty if it does
 */
public record ControllerSize(String controller, int parameters, int state, Optional<String> misfit) {
    /** The size of every registered controller with its default options, by name. */
    public static List<ControllerSize> all(EnvironmentChoice environment) {
        return Controllers.all().stream()
                .map(provider -> of(Controllers.parse(provider.name()), environment))
                .toList();
    }

    /** The size of one controller. */
    public static ControllerSize of(ControllerChoice choice, EnvironmentChoice environment) {
        EnvironmentSpec spec = environment.create().spec();
        try {
            Controller bound = choice.bind(spec);
            return new ControllerSize(
                    choice.name(), ParameterCount.of(bound), bound.state().size(), Optional.empty());
        } catch (InvalidInputException e) {
            return new ControllerSize(choice.name(), 0, 0, Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
