package dev.ganglion.controllers.spinal;

import dev.ganglion.controllers.ablation.AblationOptions;
import dev.ganglion.controllers.circuit.Bursting;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.wiring.Wiring;
import dev.ganglion.controllers.wiring.WiringProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Registers {@code spinal}, the spinal circuit of Bhattasali et al. (2024), for bodies with four legs of hip and knee
 * that take position targets.
 */
public final class SpinalProvider implements WiringProvider {
    private static final OptionSet OPTIONS = new OptionSet(
            "spinal",
            Stream.of(
                            List.<Option>of(
                                    new Option.Real(
                                            "command",
                                            0.3,
                                            0,
                                            1,
                                            "",
                                            "What sets rhythm and gait: 0.3 to walk, 0.5 to run; above 0.6 the legs part"
                                                    + " company."),
                                    new Option.Choice(
                                            "bursts",
                                            "none",
                                            List.of("none", "surrogate"),
                                            "Gradient of the beginnings and ends of bursts: none, or that of an arc"
                                                    + " tangent in their place.")),
                            AblationOptions.basic().stream()
                                    .filter(option -> !option.key().equals("oscillator"))
                                    .toList(),
                            List.of(Parametrisation.OPTION),
                            AblationOptions.parts("spinal"))
                    .flatMap(List::stream)
                    .toList());

    @Override
    public String name() {
        return "spinal";
    }

    @Override
    public String summary() {
        return "The spinal circuit of a walking quadruped: a rhythm that is given, and matrices from limb senses and to"
                + " joints that are learned.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Wiring wiring(Options options, EnvironmentSpec environment) {
        requireFourLegs(environment);
        SpinalWiring wiring = new SpinalWiring(
                options.real("command"),
                Parametrisation.asked(options),
                Bursting.Gradient.valueOf(options.text("bursts").toUpperCase(Locale.ROOT)));
        return new Wiring(wiring.circuit(environment.controlPeriodSeconds()), environment);
    }

    private static void requireFourLegs(EnvironmentSpec environment) {
        int feet = environment.observation().signals().family("foot/*/force").size();
        Signals actions = environment.action() instanceof Box box ? box.signals() : Signals.of();
        int targets = actions.family("joint/*/target").size();
        if (feet != Limb.values().length || targets != 2 * Limb.values().length) {
            throw new InvalidInputException("spinal drives four legs of two joints by position targets, but "
                    + environment.name() + " has " + feet + " feet whose force it feels and " + targets
                    + " joints that take a target; quadruped/walk fits");
        }
    }
}
