package dev.ganglion.controllers.file;

import dev.ganglion.controllers.ablation.AblationOptions;
import dev.ganglion.controllers.adapter.LinearAdapter;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.ncap.NcapProvider;
import dev.ganglion.controllers.wiring.Wiring;
import dev.ganglion.controllers.wiring.WiringProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Registers {@code circuit}, a circuit of the user's own as a YAML file. */
public final class FileProvider implements WiringProvider {
    private static final String NCAP = "ncap";

    private static final OptionSet OPTIONS = new OptionSet(
            "circuit",
            Stream.of(
                            List.<Option>of(new Option.Text(
                                    "file",
                                    NCAP,
                                    "[^,]+",
                                    "a YAML file, or ncap",
                                    "The circuit's file; ncap is the circuit that the controller of that name has.")),
                            AblationOptions.parts("own"),
                            AblationOptions.basic(),
                            AblationOptions.possibleWiring(),
                            List.of(LinearAdapter.OPTION))
                    .flatMap(List::stream)
                    .toList());

    @Override
    public String name() {
        return "circuit";
    }

    @Override
    public String summary() {
        return "A circuit of your own, from a YAML file.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Wiring wiring(Options options, EnvironmentSpec environment) {
        String file = options.text("file");
        boolean isAdapted = LinearAdapter.isAsked(options);
        if (file.equals(NCAP)) {
            NcapProvider ncap = new NcapProvider();
            EnvironmentSpec body = isAdapted ? LinearAdapter.joints(environment) : environment;
            return ncap.wiring(ncap.options().defaults(), body);
        }
        Circuit circuit = inTimeWith(environment, CircuitFile.read(Path.of(file)));
        return new Wiring(circuit, isAdapted ? LinearAdapter.ports(environment, circuit) : environment);
    }

    /** The same circuit with as many inner steps in the body's control period as it had in its own. */
    private static Circuit inTimeWith(EnvironmentSpec body, Circuit circuit) {
        return circuit.withNeurons(
                neuron -> neuron,
                circuit.dynamics().map(time -> new Dynamics(time.innerSteps(), body.controlPeriodSeconds())));
    }
}
