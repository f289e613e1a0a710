package dev.ganglion.controllers.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.imports.ConnectomeImport;
import dev.ganglion.connectome.worm.WormConnectome;
import dev.ganglion.controllers.ablation.AblationOptions;
import dev.ganglion.controllers.adapter.LinearAdapter;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.wiring.Wiring;
import dev.ganglion.controllers.wiring.WiringProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.signal.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Registers {@code connectome}, a nervous system's own wiring, for any body with a row of joints. */
public final class ConnectomeProvider implements WiringProvider {
    private static final String WORM = "worm";
    private static final String OWN_NEURON = "graded";

    private static final OptionSet OPTIONS = new OptionSet(
            "connectome",
            Stream.of(
                            List.<Option>of(
                                    new Option.Text(
                                            "file",
                                            WORM,
                                            "[^,]+",
                                            "worm, or a connectome's file or folder",
                                            "The connectome: the worm's locomotion circuit, or an imported one."),
                                    new Option.Whole(
                                            "period",
                                            60,
                                            2,
                                            100_000,
                                            "control steps",
                                            "Period of the oscillator that stands for the neurons of the head.")),
                            AblationOptions.parts(OWN_NEURON),
                            AblationOptions.basic(),
                            AblationOptions.wiring(),
                            List.of(
                                    Parametrisation.OPTION,
                                    SaturationGradient.option(SaturationGradient.EXACT),
                                    LinearAdapter.OPTION))
                    .flatMap(List::stream)
                    .toList());

    @Override
    public String name() {
        return "connectome";
    }

    @Override
    public String summary() {
        return "The worm's locomotion circuit, 85 neurons and 95 muscles, or a connectome of your own.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Wiring wiring(Options options, EnvironmentSpec environment) {
        EnvironmentSpec body = LinearAdapter.isAsked(options) ? LinearAdapter.joints(environment) : environment;
        new SignalBinding("connectome", body).places("joint/*/angle", "joint/*/torque");
        ConnectomeWiring wiring = new ConnectomeWiring(
                connectome(options.text("file")),
                positions(body.observation().signals().family("joint/*/angle")),
                options.whole("period"),
                Parametrisation.asked(options),
                new Memoryless.Graded(SaturationGradient.asked(options)),
                NeuronModels.entry(OWN_NEURON).dynamics(body.controlPeriodSeconds()));
        return new Wiring(wiring.circuit(), body);
    }

    private static Connectome connectome(String file) {
        if (file.equals(WORM)) {
            return WormConnectome.locomotion();
        }
        Connectome connectome = ConnectomeImport.read(Path.of(file)).connectome();
        if (connectome.muscles().isEmpty()) {
            throw new InvalidInputException(
                    file + " has no muscles, so it can move nothing; a folder with muscles.csv or"
                            + " a GraphML file says which there are");
        }
        return connectome;
    }

    /** Where the joints lie; evenly along the body where it does not say. */
    private static List<Double> positions(List<Signal> angles) {
        List<Double> positions = new ArrayList<>();
        for (int joint = 0; joint < angles.size(); joint++) {
            Signal angle = angles.get(joint);
            positions.add(angle.hasPosition() ? angle.position() : (joint + 1.0) / (angles.size() + 1));
        }
        return positions;
    }
}
