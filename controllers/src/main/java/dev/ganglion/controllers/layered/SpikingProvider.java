package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Registers {@code spiking}: a dense network of neurons that fire, with trained weights. */
public final class SpikingProvider implements ControllerProvider {
    private static final OptionSet OPTIONS = new OptionSet(
            "spiking",
            Stream.of(
                            List.of(
                                    NetworkOptions.hidden("64"),
                                    NetworkOptions.neuron("lif", NetworkOptions.neurons(false))),
                            NetworkOptions.synapses(true),
                            NetworkOptions.coding("linear"))
                    .flatMap(List::stream)
                    .toList());

    /** For the service loader. */
    public SpikingProvider() {}

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "Dense network of spiking neurons with trained weights.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Controller bind(Options options, EnvironmentSpec environment) {
        SynapseDesign synapses = new SynapseDesign(
                Optional.empty(),
                false,
                SynapseDesign.Initial.TRAINED,
                options.real("initial-range"),
                1,
                0,
                false,
                options.isOn("biases"));
        return new NetworkController(options.canonicalName(), NetworkOptions.design(options, environment, synapses));
    }
}
