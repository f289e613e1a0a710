package dev.ganglion.agents.toy;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.environments.signal.Discrete;

/** A few recurrent units, so that the toys have a controller with a trained state. */
public final class LeakyProvider implements ControllerProvider {
    private static final OptionSet OPTIONS =
            OptionSet.of("leaky", new Option.Whole("units", 3, 1, 100, "", "Number of units."));

    /** The controller with options as on a command line. */
    public static ControllerChoice choice(String options) {
        return new ControllerChoice(
                new LeakyProvider(),
                OPTIONS.parse(Selector.parse("leaky:" + options).options()));
    }

    @Override
    public String name() {
        return "leaky";
    }

    @Override
    public String summary() {
        return "A few recurrent units.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Controller bind(Options options, EnvironmentSpec environment) {
        int outputs = environment.action() instanceof Discrete choice
                ? choice.choices().size()
                : environment.action().size();
        return new Leaky(environment.observation().size(), options.whole("units"), outputs);
    }
}
