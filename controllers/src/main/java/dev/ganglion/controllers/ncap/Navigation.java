package dev.ganglion.controllers.ncap;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.signal.Side;
import java.util.ArrayList;
import java.util.List;

/*
 * hard                                           learned
 *   x > 0.1 m  ──> turn.right, with the drive      x, |y|, 1  ──(9 weights)──> turn.right, turn.left, brake
 *   x < -0.1 m ──> turn.left                       all three clipped to [0, 1]; brake is 1 − speed
 *   |y| < 0.12 m ──> brake
 */

/**
 * The layer that steers to a target: from where it lies to the commands to turn and to go.
 *
 * <p>x is how far the target lies to the right of the nose and y how far ahead of or behind it, in m.
 *
 * <p>Source: Bhattasali, Zador and Engel (2022), code of {@code SwimmerPolicy}: its thresholds and its linear layer.
 * There the hard-coded drive is 1, which nearly stops a turn, and the layer begins at random; here it begins with
 * swimming straight ahead.
 *
 * @param neurons senses and tonic drive that the commands need
 * @param turnRight what commands to turn right, in [0, 1]
 * @param turnLeft what commands to turn left, in [0, 1]
 * @param brake what holds the body back, in [0, 1]
 * @param synapses what joins them
 * @param weights of those synapses
 */
record Navigation(
        List<Neuron> neurons,
        NeuronModel turnRight,
        NeuronModel turnLeft,
        NeuronModel brake,
        List<Synapse> synapses,
        List<WeightGroup> weights) {
    /** What the body must sense: metres to the left of the nose, and metres behind it. */
    static final String TARGET = "target/position";

    static final String TURN_RIGHT = "turn.right";
    static final String TURN_LEFT = "turn.left";
    static final String BRAKE = "brake";

    private static final String TONIC = "tonic";
    private static final String RIGHT = "target.right";
    private static final String AHEAD = "target.ahead";
    private static final String BEHIND = "target.behind";
    private static final int LEFT_OF_NOSE = 0;
    private static final int BEHIND_NOSE = 1;

    /** Distances in m beyond which a target counts as aside, and as not yet reached. */
    private static final double ASIDE = 0.1;

    private static final double AWAY = 0.12;

    /** Activity per m beyond a threshold, so steep that it is a step. */
    private static final double STEEPNESS = 1e4;

    /** Copies the lists. */
    Navigation {
        neurons = List.copyOf(neurons);
        synapses = List.copyOf(synapses);
        weights = List.copyOf(weights);
    }

    /**
     * By thresholds.
     *
     * @param drive strength of a turn, in (0, 1]
     */
    static Navigation hard(double drive) {
        Source right = beyond(LEFT_OF_NOSE, -STEEPNESS, ASIDE, drive);
        Source left = beyond(LEFT_OF_NOSE, STEEPNESS, ASIDE, drive);
        List<Neuron> neurons = List.of(
                neuron(TONIC, new Source.Constant(1)),
                neuron(AHEAD, beyond(BEHIND_NOSE, -STEEPNESS, AWAY, 1)),
                neuron(BEHIND, beyond(BEHIND_NOSE, STEEPNESS, AWAY, 1)));
        List<Synapse> synapses = List.of(
                Synapse.chemical(TONIC, BRAKE, "arrive"),
                Synapse.chemical(AHEAD, BRAKE, "leave"),
                Synapse.chemical(BEHIND, BRAKE, "leave"));
        return new Navigation(
                neurons,
                right,
                left,
                new Memoryless.Graded(SaturationGradient.EXACT),
                synapses,
                List.of(WeightGroup.fixed("arrive", 1), WeightGroup.fixed("leave", -1)));
    }

    private static Source beyond(int component, double gain, double threshold, double high) {
        return new Source.Sensor(
                TARGET, component, new Transfer(Transfer.Scale.UNIT, gain, -Math.abs(gain) * threshold, 0, high));
    }

    /**
     * By nine weights that are learned. The gradient passes through the clip of the commands: a turn that costs speed
     * before it knows where to go is silenced, and a silent command without a gradient never comes back.
     */
    static Navigation learned() {
        double infinity = Double.POSITIVE_INFINITY;
        List<Neuron> neurons = List.of(
                neuron(TONIC, new Source.Constant(1)),
                neuron(RIGHT, sensor(LEFT_OF_NOSE, -1, -infinity)),
                neuron(AHEAD, sensor(BEHIND_NOSE, -1, 0)),
                neuron(BEHIND, sensor(BEHIND_NOSE, 1, 0)));
        List<Synapse> synapses = new ArrayList<>();
        List<WeightGroup> weights = new ArrayList<>();
        for (String command : List.of(TURN_RIGHT, TURN_LEFT, BRAKE)) {
            String name = "steer/" + command;
            synapses.add(Synapse.chemical(RIGHT, command, name + "/aside"));
            synapses.add(Synapse.chemical(AHEAD, command, name + "/away"));
            synapses.add(Synapse.chemical(BEHIND, command, name + "/away"));
            synapses.add(Synapse.chemical(TONIC, command, name + "/bias"));
            for (String part : List.of("aside", "away", "bias")) {
                weights.add(new WeightGroup(
                        name + "/" + part, Sign.UNKNOWN, new InitialValue.Fixed(0), Parametrisation.FREE));
            }
        }
        NeuronModel command = new Memoryless.Graded(SaturationGradient.STRAIGHT_THROUGH);
        return new Navigation(neurons, command, command, command, synapses, weights);
    }

    private static Source sensor(int component, double gain, double low) {
        return new Source.Sensor(
                TARGET, component, new Transfer(Transfer.Scale.UNIT, gain, 0, low, Double.POSITIVE_INFINITY));
    }

    private static Neuron neuron(String name, NeuronModel model) {
        return new Neuron(name, "steering", model, Double.NaN, Side.NONE);
    }

    /** The same without a brake. */
    Navigation withoutBrake() {
        List<Synapse> kept = synapses.stream()
                .filter(synapse -> !synapse.post().equals(BRAKE))
                .toList();
        List<String> used = kept.stream().map(Synapse::group).toList();
        List<String> heard = kept.stream().map(Synapse::pre).toList();
        return new Navigation(
                neurons.stream().filter(neuron -> heard.contains(neuron.name())).toList(),
                turnRight,
                turnLeft,
                brake,
                kept,
                weights.stream().filter(group -> used.contains(group.name())).toList());
    }
}
