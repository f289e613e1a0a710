package dev.ganglion.controllers.ncap;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.ablation.Ablation;
import dev.ganglion.controllers.ablation.Ablations;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Membrane;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Registers {@code ncap}, the swimmer's circuit of Bhattasali, Zador and Engel (2022), for any body with a row of
 * joints that have an angle and take a torque.
 */
public final class NcapProvider implements ControllerProvider {
    private static final String GRADED = "graded";
    private static final OptionSet OPTIONS = OptionSet.of(
            "ncap",
            new Option.Whole(
                    "period",
                    60,
                    2,
                    100_000,
                    "control steps",
                    "Period of the oscillator that drives the head's joint."),
            Option.Choice.onOff("sharing", true, "Whether all joints share their weights."),
            new Option.Choice(
                    "signs",
                    "constrained",
                    List.of("constrained", "free"),
                    "Whether weights keep the sign of their synapse, or begin with a random one and may change it."),
            new Option.Choice(
                    "init",
                    "constant",
                    List.of("constant", "uniform"),
                    "Whether weights begin at magnitude 1 or at one drawn between 0 and 1."),
            Option.Choice.onOff("proprioception", true, "Whether joints feel the bend of the joint before them."),
            Option.Choice.onOff("oscillator", true, "Whether the head's joint is driven by an oscillator."),
            Option.Choice.onOff("speed", false, "Whether a speed command lifts a brake on the whole circuit."),
            drive("speed-drive", 1, "Speed commanded where the body senses no command/speed."),
            Option.Choice.onOff("turn", false, "Whether turn commands bend the first joints."),
            drive("turn-right", 0, "Turn to the right commanded where the body senses no command/turn-right."),
            drive("turn-left", 0, "Turn to the left commanded where the body senses no command/turn-left."),
            new Option.Whole(
                    "turn-joints", 1, 1, 1000, "joints", "How many joints turn commands reach, from the head."),
            new Option.Choice(
                    "weights",
                    "exponential",
                    List.of("exponential", "clamp", "straight-through", "free"),
                    "How a constrained weight is kept to its sign while it is trained."),
            new Option.Choice(
                    "gradient",
                    "leaky",
                    List.of("leaky", "exact", "straight-through"),
                    "Gradient of a neuron that is held back: a tenth if saturated, none, or as if it were not."),
            new Option.Choice(
                    "neuron",
                    GRADED,
                    NeuronModels.names(),
                    "How B neurons turn their input into activity; muscles stay graded."),
            new Option.Choice(
                    "constants",
                    "fixed",
                    List.of("fixed", "learned"),
                    "Whether the constants of the neuron model, such as time constants, are learned for each class."),
            new Option.Choice(
                    "synapse", "static", SynapseModels.names(), "How weights behave in time: not at all, or plastic."),
            new Option.Whole(
                    "inner-steps",
                    0,
                    0,
                    1000,
                    "steps",
                    "Steps of neurons with memory and plastic synapses in a control period; 0 for their model's own."));

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
    public Controller bind(Options options, EnvironmentSpec environment) {
        requireSwitchedOn(options, "speed", "speed-drive");
        requireSwitchedOn(options, "turn", "turn-right", "turn-left", "turn-joints");
        requireSomethingThatLasts(options);
        SignalBinding binding = new SignalBinding("ncap", environment);
        int joints = binding.places("joint/*/angle", "joint/*/torque");
        NcapWiring wiring = new NcapWiring(
                joints,
                options.whole("period"),
                choice(Parametrisation.class, options.text("weights")),
                choice(SaturationGradient.class, options.text("gradient")),
                options.isOn("speed") ? Optional.of(brake(options, binding)) : Optional.empty(),
                options.isOn("turn") ? Optional.of(turn(options, binding)) : Optional.empty());
        Circuit circuit = wiring.circuit();
        for (Ablation ablation : ablations(options, environment.controlPeriodSeconds())) {
            circuit = ablation.apply(circuit);
        }
        return new CircuitController(options.canonicalName(), binding.bind(circuit));
    }

    private static List<Ablation> ablations(Options options, double controlPeriodSeconds) {
        List<Ablation> ablations = new ArrayList<>();
        if (!options.isOn("proprioception")) {
            ablations.add(Ablations.withoutSenses("proprioception=off", signal -> signal.startsWith("joint/")));
        }
        if (!options.isOn("oscillator")) {
            ablations.add(Ablations.withoutOscillators());
        }
        if (!options.isOn("sharing")) {
            ablations.add(Ablations.unsharedWeights());
        }
        if (options.text("signs").equals("free")) {
            ablations.add(Ablations.freeSigns());
        }
        if (options.text("init").equals("uniform")) {
            ablations.add(Ablations.uniformInitialValues());
        }
        NeuronModels.Entry neuron = NeuronModels.entry(options.text("neuron"));
        int innerSteps = options.whole("inner-steps");
        Dynamics dynamics = new Dynamics(innerSteps == 0 ? neuron.innerSteps() : innerSteps, controlPeriodSeconds);
        if (!neuron.name().equals(GRADED)) {
            ablations.add(Ablations.neuronModel(
                    "neuron=" + neuron.name(), model(options, neuron), NcapWiring::isMotorNeuron, dynamics));
        }
        String synapse = options.text("synapse");
        ablations.add(Ablations.synapseModel("synapse=" + synapse, SynapseModels.named(synapse), dynamics));
        return ablations;
    }

    private static Receiver model(Options options, NeuronModels.Entry neuron) {
        return options.text("constants").equals("learned")
                ? neuron.model().withConstants(constant -> constant.learned(Constant.Scope.SHARED))
                : neuron.model();
    }

    private static Source brake(Options options, SignalBinding binding) {
        return binding.senses("command/speed")
                ? new Source.Sensor("command/speed", 0, Transfer.absenceOfCommand())
                : new Source.Constant(1 - options.real("speed-drive"));
    }

    private static NcapWiring.Turn turn(Options options, SignalBinding binding) {
        return new NcapWiring.Turn(
                command("turn-right", options, binding),
                command("turn-left", options, binding),
                options.whole("turn-joints"));
    }

    private static Source command(String key, Options options, SignalBinding binding) {
        return binding.senses("command/" + key)
                ? new Source.Sensor("command/" + key, 0, Transfer.command())
                : new Source.Constant(options.real(key));
    }

    private static void requireSwitchedOn(Options options, String key, String... dependents) {
        for (String dependent : dependents) {
            boolean isDefault =
                    options.text(dependent).equals(OPTIONS.defaults().text(dependent));
            if (!options.isOn(key) && !isDefault) {
                throw new InvalidInputException("ncap: " + dependent + " acts only with " + key + "=on");
            }
        }
    }

    private static void requireSomethingThatLasts(Options options) {
        boolean lasts = NeuronModels.named(options.text("neuron")) instanceof Membrane
                || !options.text("synapse").equals("static");
        if (options.whole("inner-steps") > 0 && !lasts) {
            throw new InvalidInputException("ncap: inner-steps acts only with neurons that have a membrane, such as"
                    + " neuron=ctrnn, or with synapse=stp");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
