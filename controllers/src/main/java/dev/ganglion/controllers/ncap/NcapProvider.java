package dev.ganglion.controllers.ncap;

import dev.ganglion.controllers.ablation.AblationOptions;
import dev.ganglion.controllers.adapter.LinearAdapter;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.wiring.Wiring;
import dev.ganglion.controllers.wiring.WiringProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers {@code ncap}, the swimmer's circuit of Bhattasali, Zador and Engel (2022), for any body with a row of
 * joints that have an angle and take a torque.
 */
public final class NcapProvider implements WiringProvider {
    private static final OptionSet OPTIONS = new OptionSet(
            "ncap",
            Stream.of(
                            List.<Option>of(new Option.Whole(
                                    "period",
                                    60,
                                    2,
                                    100_000,
                                    "control steps",
                                    "Period of the oscillator that drives the head's joint.")),
                            AblationOptions.basic(),
                            commands(),
                            List.of(Parametrisation.OPTION, SaturationGradient.option(SaturationGradient.LEAKY)),
                            AblationOptions.parts("graded"),
                            List.of(LinearAdapter.OPTION))
                    .flatMap(List::stream)
                    .toList());

    private static final String NAVIGATE = "navigate";
    private static final String TURN_DRIVE = "turn-drive";

    private static List<Option> commands() {
        return List.of(
                Option.Choice.onOff("speed", false, "Whether a speed command lifts a brake on the whole circuit."),
                drive("speed-drive", 1, "Speed commanded where the body senses no command/speed."),
                Option.Choice.onOff("turn", false, "Whether turn commands bend the first joints."),
                drive("turn-right", 0, "Turn to the right commanded where the body senses no command/turn-right."),
                drive("turn-left", 0, "Turn to the left commanded where the body senses no command/turn-left."),
                new Option.Whole(
                        "turn-joints", 1, 1, 1000, "joints", "How many joints turn commands reach, from the head."),
                new Option.Choice(
                        NAVIGATE,
                        "off",
                        List.of("off", "hard", "learned", "mirrored"),
                        "What gives the commands on a body that senses where a target lies: nothing, thresholds, a"
                                + " layer of nine weights, or one of five that turns alike to both sides."),
                drive(TURN_DRIVE, 0.75, "Strength of the turns of navigate=hard."));
    }

    private static Option drive(String key, double byDefault, String help) {
        return new Option.Real(key, byDefault, 0, 1, "", help);
    }

    @Override
    public String name() {
        return "ncap";
    }

    @Override
    public String summary() {
        return "The worm's swimming circuit with four shared weights: stretch, head oscillator, B neurons, muscles.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Wiring wiring(Options options, EnvironmentSpec environment) {
        requireSwitchedOn(options, "speed", "speed-drive");
        Optional<Navigation> navigation = navigation(options, environment);
        if (navigation.isEmpty()) {
            requireSwitchedOn(options, "turn", "turn-right", "turn-left", "turn-joints");
        }
        EnvironmentSpec body = LinearAdapter.isAsked(options) ? LinearAdapter.joints(environment) : environment;
        SignalBinding binding = new SignalBinding("ncap", body);
        NcapWiring wiring = new NcapWiring(
                binding.places("joint/*/angle", "joint/*/torque"),
                options.whole("period"),
                Parametrisation.asked(options),
                SaturationGradient.asked(options),
                brake(options, binding, navigation),
                turn(options, binding, navigation),
                navigation);
        return new Wiring(wiring.circuit(), body);
    }

    /** The layer that is asked for, with a brake if it has one or if one is asked for. */
    private static Optional<Navigation> navigation(Options options, EnvironmentSpec environment) {
        String asked = options.text(NAVIGATE);
        if (!asked.equals("hard") && !options.isDefault(TURN_DRIVE)) {
            throw new InvalidInputException("ncap: turn-drive acts only with navigate=hard");
        }
        if (asked.equals("off")) {
            return Optional.empty();
        }
        if (environment.observation().signals().offset(Navigation.TARGET).isEmpty()) {
            throw new InvalidInputException("ncap: navigate=" + asked + " needs " + Navigation.TARGET + ", which "
                    + environment.name() + " does not sense; swimmer/navigate does");
        }
        for (String key : List.of("turn", "turn-right", "turn-left", "speed-drive")) {
            if (!options.isDefault(key)) {
                throw new InvalidInputException(
                        "ncap: navigate=" + asked + " gives the commands itself, without " + key);
            }
        }
        return Optional.of(
                switch (asked) {
                    case "learned" -> Navigation.learned();
                    case "mirrored" -> Navigation.mirrored();
                    default -> {
                        Navigation hard = Navigation.hard(options.real(TURN_DRIVE));
                        yield options.isOn("speed") ? hard : hard.withoutBrake();
                    }
                });
    }

    private static Optional<NeuronModel> brake(
            Options options, SignalBinding binding, Optional<Navigation> navigation) {
        if (navigation.isPresent()) {
            Navigation layer = navigation.get();
            boolean brakes =
                    layer.synapses().stream().anyMatch(synapse -> synapse.post().equals(Navigation.BRAKE));
            return brakes ? Optional.of(layer.brake()) : Optional.empty();
        }
        if (!options.isOn("speed")) {
            return Optional.empty();
        }
        return Optional.of(
                binding.senses("command/speed")
                        ? new Source.Sensor("command/speed", 0, Transfer.absenceOfCommand())
                        : new Source.Constant(1 - options.real("speed-drive")));
    }

    private static Optional<NcapWiring.Turn> turn(
            Options options, SignalBinding binding, Optional<Navigation> navigation) {
        int joints = options.whole("turn-joints");
        if (navigation.isPresent()) {
            Navigation layer = navigation.get();
            return Optional.of(new NcapWiring.Turn(layer.turnRight(), layer.turnLeft(), joints));
        }
        return options.isOn("turn")
                ? Optional.of(new NcapWiring.Turn(
                        command("turn-right", options, binding), command("turn-left", options, binding), joints))
                : Optional.empty();
    }

    private static Source command(String key, Options options, SignalBinding binding) {
        return binding.senses("command/" + key)
                ? new Source.Sensor("command/" + key, 0, Transfer.command())
                : new Source.Constant(options.real(key));
    }

    private static void requireSwitchedOn(Options options, String key, String... dependents) {
        for (String dependent : dependents) {
            if (!options.isOn(key) && !options.isDefault(dependent)) {
                throw new InvalidInputException("ncap: " + dependent + " acts only with " + key + "=on");
            }
        }
    }
}
