package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.circuit.AdaptiveIntegrateAndFire;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.LeakyIntegrateAndFire;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The options that all layered networks have, and the network that they ask for. */
final class NetworkOptions {
    private static final String RATE = "rate";
    private static final String LIF = "lif";
    private static final String ALIF = "alif";
    private static final int USUAL_INNER_STEPS = 4;

    /** Time constant of the usual integrate-and-fire neuron, in s. */
    private static final double MEMBRANE_SECONDS = 0.01;

    private NetworkOptions() {}

    static Option hidden(String sizes) {
        return new Option.Text(
                "hidden",
                sizes,
                "[1-9][0-9]{0,3}(x[1-9][0-9]{0,3})*",
                "layer sizes from 1 to 9999 joined by x, such as 32x16",
                "Sizes of the hidden layers, first to last.");
    }

    /**
     * What the neurons are.
     *
     * @param usual the default
     * @param choices what there is to choose
     */
    static Option neuron(String usual, List<String> choices) {
        return new Option.Choice(
                "neuron",
                usual,
                choices,
                "What hidden units are: "
                        + (choices.contains(RATE) ? "rate neurons with a tanh, " : "")
                        + "leaky integrate-and-fire neurons, or such whose threshold rises with every spike.");
    }

    /**
     * Encoder, decoder and time.
     *
     * @param response the default of {@code output}
     */
    static List<Option> coding(String response) {
        return List.of(
                new Option.Whole(
                        "inner-steps",
                        0,
                        0,
                        100,
                        "",
                        "Steps of the network in a control step; 0 for the usual, 1 with rate neurons and 4 with"
                                + " spikes."),
                new Option.Choice(
                        "encoder",
                        "direct",
                        List.of("direct", RATE, "population"),
                        "How a signal enters: as a current into one unit, as the rates of two that answer to its"
                                + " positive and its negative part, or as the rates of several with Gaussian receptive"
                                + " fields."),
                new Option.Whole("fields", 5, 3, 100, "", "Receptive fields of a signal with encoder=population."),
                new Option.Real(
                        "range",
                        3,
                        1e-6,
                        1e6,
                        "",
                        "Signal at which encoder=rate fires as fast as it can, and half of the interval over which"
                                + " encoder=population stands, in standard deviations if the learner normalises."),
                new Option.Choice(
                        "decoder",
                        "membrane",
                        List.of("membrane", RATE),
                        "How spikes become an output: the voltage of a leaky integrator that does not fire, or the"
                                + " difference of the rates of two units that do."),
                new Option.Choice(
                        "output",
                        response,
                        List.of("tanh", "linear"),
                        "How an output follows from the summed input of a rate unit, or the voltage of an integrator."),
                new Option.Real("gain", 1, 1e-6, 1e6, "", "Factor on the outputs, such as on logits."),
                new Option.Real(
                        "synaptic-decay",
                        0,
                        0,
                        10,
                        "s",
                        "Time constant of the transmitter through which spikes act; 0 for the spike itself."));
    }

    /** What synapses have in every network. */
    static List<Option> synapses(boolean haveBiases) {
        return List.of(
                new Option.Real(
                        "initial-range",
                        0,
                        0,
                        1e6,
                        "",
                        "Initial weights are drawn between minus and plus this; 0 for the usual, which depends on the"
                                + " neurons."),
                Option.Choice.onOff("biases", haveBiases, "Whether every unit has a learned constant input."));
    }

    /**
     * The network.
     *
     * @param synapses what synapses are like, with a range of 0 where the usual one is asked for
     */
    static NetworkDesign design(Options options, EnvironmentSpec environment, SynapseDesign synapses) {
        String neuron = options.text("neuron");
        boolean fires = !neuron.equals(RATE);
        boolean countsSpikes = options.text("decoder").equals(RATE);
        if (countsSpikes && !fires) {
            throw new InvalidInputException(options.canonicalName()
                    + ": rate neurons have no spikes to count; take decoder=membrane, or neuron=lif");
        }
        int asked = options.whole("inner-steps");
        int steps = asked > 0 ? asked : fires ? USUAL_INNER_STEPS : 1;
        double seconds = environment.controlPeriodSeconds() / steps;
        Units hidden = fires
                ? new Units.Modelled(model(neuron, options.real("synaptic-decay"), seconds), seconds)
                : new Units.Rate(Units.Response.TANH);
        Units.Response response = Units.Response.valueOf(options.text("output").toUpperCase(Locale.ROOT));
        Units last = countsSpikes
                ? hidden
                : fires ? new Units.Leaky(Math.min(1, seconds / MEMBRANE_SECONDS), response) : new Units.Rate(response);
        Encoder encoder = encoder(options);
        int signals = environment.observation().size();
        int outputs = environment.action().outputs();
        List<Integer> sizes = new ArrayList<>(Stream.of(options.text("hidden").split("x", -1))
                .map(Integer::valueOf)
                .toList());
        sizes.add(countsSpikes ? 2 * outputs : outputs);
        List<NetworkDesign.Layer> layers = new ArrayList<>();
        int before = encoder.units(signals);
        for (int layer = 0; layer < sizes.size(); layer++) {
            int size = sizes.get(layer);
            layers.add(new NetworkDesign.Layer(
                    new Projection(layer, before, size, ranged(synapses, fires, before)),
                    layer == sizes.size() - 1 ? last : hidden));
            before = size;
        }
        return new NetworkDesign(
                signals,
                encoder,
                fires && encoder.givesRates(),
                layers,
                new NetworkDesign.Time(steps, seconds),
                new NetworkDesign.Readout(countsSpikes, options.real("gain")));
    }

    private static Encoder encoder(Options options) {
        double range = options.real("range");
        return switch (options.text("encoder")) {
            case RATE -> new Encoder.OnOff(range);
            case "population" -> new Encoder.Population(options.whole("fields"), range);
            default -> new Encoder.Direct();
        };
    }

    /** A transmitter that is gone within a step is the spike itself. */
    private static Receiver model(String neuron, double decay, double stepSeconds) {
        Constant transmitter = Constant.of(decay > 0 ? decay : stepSeconds);
        if (neuron.equals(ALIF)) {
            AdaptiveIntegrateAndFire usual = AdaptiveIntegrateAndFire.usual();
            return new AdaptiveIntegrateAndFire(
                    usual.timeConstant(),
                    usual.threshold(),
                    usual.adaptation(),
                    usual.adaptationDecay(),
                    transmitter,
                    Constant.of(1));
        }
        LeakyIntegrateAndFire usual = LeakyIntegrateAndFire.usual();
        return new LeakyIntegrateAndFire(usual.timeConstant(), usual.threshold(), transmitter, Constant.of(1));
    }

    private static SynapseDesign ranged(SynapseDesign synapses, boolean fires, int inputs) {
        if (synapses.range() > 0) {
            return synapses;
        }
        double usual = fires ? 2 / Math.sqrt(inputs) : synapses.areWhole() ? 0.1 : 1 / Math.sqrt(inputs);
        return synapses.withRange(usual);
    }

    static List<String> neurons(boolean withRate) {
        return withRate ? List.of(RATE, LIF, ALIF) : List.of(LIF, ALIF);
    }
}
