package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.recurrent.RecurrentController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.function.IntFunction;

/** Registers {@code circuitnet}: circuit motif units joined through ports, with a linear readout of all neurons. */
public final class CircuitNetProvider implements ControllerProvider {
    /** For the service loader. */
    public CircuitNetProvider() {}

    @Override
    public String name() {
        return CircuitNetOptions.SET.owner();
    }

    @Override
    public String summary() {
        return "Circuit motif units: groups of densely connected neurons, joined sparsely through ports.";
    }

    @Override
    public OptionSet options() {
        return CircuitNetOptions.SET;
    }

    @Override
    public Controller bind(Options options, EnvironmentSpec environment) {
        int inputs = environment.observation().size();
        int outputs = environment.action().outputs();
        IntFunction<Controller> byNeurons = neurons -> RecurrentController.of(
                options.canonicalName(),
                new CircuitNetCell(CircuitNetOptions.design(options, inputs, neurons)),
                outputs);
        int target = options.whole("match");
        CircuitNetDesign asked = CircuitNetOptions.design(options, inputs, options.whole("neurons"));
        // Refuses a graph that does not exist before anything is built on it.
        asked.graph().joined(asked.units());
        return target == 0
                ? byNeurons.apply(options.whole("neurons"))
                : ParameterCount.nearest(target, CircuitNetOptions.MOST_NEURONS, byNeurons);
    }
}
