package dev.ganglion.controllers.adapter;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.network.Activation;
import dev.ganglion.controllers.network.DenseNetwork;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a circuit on a body whose signals it does not know, when that is asked for by {@code adapter=linear}: a learned
 * linear encoder stands before its sense organs, and a learned linear decoder behind what it commands.
 *
 * <p>The idea is that of Schmidgall, Schuman and Parsa (2022), arXiv 2209.14406, whose encoder and decoder are not
 * linear and not published; what is linear here, and the initial values, are ours.
 */
public final class LinearAdapter {
    /** The option that asks for it. */
    public static final Option OPTION = new Option.Choice(
            "adapter",
            "none",
            List.of("none", "linear"),
            "Whether a learned linear encoder and decoder join the circuit to a body whose signals it does not know.");

    /** An encoded signal of standard deviation ½ is within the limits for 19 of 20 observations. */
    private static final double ENCODER_GAIN = 0.5;

    private static final double DECODER_GAIN = 1;
    private static final int JOINTS = 5;

    private LinearAdapter() {}

    /** Whether options ask for it. */
    public static boolean isAsked(Options options) {
        return !options.isDefault(OPTION.key());
    }

    /**
     * A controller that was bound to an imagined body on a real one; as it is if the two are the same.
     *
     * @param controller the controller
     * @param body the real body
     * @param imagined what the controller was bound to
     */
    public static Controller around(Controller controller, EnvironmentSpec body, EnvironmentSpec imagined) {
        if (body.equals(imagined)) {
            return controller;
        }
        return new AdaptedController(
                controller,
                linear(
                        "encoder/",
                        body.observation().size(),
                        imagined.observation().size(),
                        ENCODER_GAIN),
                linear("decoder/", controller.outputs(), body.action().outputs(), DECODER_GAIN));
    }

    private static DenseNetwork linear(String prefix, int inputs, int outputs, double gain) {
        return new DenseNetwork(prefix, inputs, List.of(), outputs, Activation.TANH, gain);
    }

    /** A body with the time of another and a row of five joints, which have an angle within ±1 and take a torque. */
    public static EnvironmentSpec joints(EnvironmentSpec body) {
        List<Signal> angles = new ArrayList<>();
        List<Signal> torques = new ArrayList<>();
        for (int joint = 0; joint < JOINTS; joint++) {
            double position = (joint + 1.0) / (JOINTS + 1);
            angles.add(within("joint/" + joint + "/angle", 1).at(position));
            torques.add(within("joint/" + joint + "/torque", 1).at(position));
        }
        return imagined(body, angles, torques);
    }

    /**
     * A body with the time of another and just the signals that a circuit's ports name, each within ±1.
     *
     * @throws InvalidInputException if the circuit senses or commands nothing
     */
    public static EnvironmentSpec ports(EnvironmentSpec body, Circuit circuit) {
        Map<String, Integer> sensed = new LinkedHashMap<>();
        for (Neuron neuron : circuit.neuronsOf(Source.Sensor.class)) {
            Source.Sensor sensor = (Source.Sensor) neuron.model();
            sensed.merge(sensor.signal(), sensor.component() + 1, Math::max);
        }
        Map<String, Integer> commanded = new LinkedHashMap<>();
        circuit.outputs().forEach(port -> commanded.merge(port.signal(), port.component() + 1, Math::max));
        if (sensed.isEmpty() || commanded.isEmpty()) {
            throw new InvalidInputException("The circuit " + circuit.name()
                    + " senses or commands nothing, so there is nothing to adapt; leave out adapter=linear");
        }
        return imagined(body, signals(sensed), signals(commanded));
    }

    private static List<Signal> signals(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .map(signal -> within(signal.getKey(), signal.getValue()))
                .toList();
    }

    private static Signal within(String name, int size) {
        return Signal.scalar(name, "1").withSize(size).within(-1, 1);
    }

    private static EnvironmentSpec imagined(EnvironmentSpec body, List<Signal> sensed, List<Signal> commanded) {
        return new EnvironmentSpec(
                body.name(),
                body.version(),
                new Box(new Signals(sensed)),
                new Box(new Signals(commanded)),
                body.controlPeriodSeconds(),
                body.timeLimitSteps());
    }
}
