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
 *
 * mirrored: as learned, but turn.right hears x and turn.left −x through the same three weights
 */

/**
 * The layer that steers to a target: from where it lies to the commands to turn and to go.
 *
 * <p>x is how far the target lies to the right of the nose and y how far ahead of or behind it, in m.
 *
 * <p>Source: Bhattasali, Zador and Engel (2022), code of {@code SwimmerPolicy}: its thresholds and its linear layer.
 * There the hard-coded drive is 1, which nearly stops a turn, and the layer begins at random; here it begins with
 * swimming straight ahead. The mirrored layer is ours.
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
    private static final String LEFT = "target.left";
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

    /** By nine weights that are learned. */
    static Navigation learned() {
        List<Synapse> synapses = new ArrayList<>();
        for (String command : List.of(TURN_RIGHT, TURN_LEFT, BRAKE)) {
            synapses.add(Synapse.chemical(RIGHT, command, "steer/" + command + "/aside"));
            synapses.addAll(common(command, "steer/" + command));
        }
        return byWeights(List.of(neuron(RIGHT, aside(-1))), synapses);
    }

    /**
     * By five weights that are learned: what turns to the right by a target on the right turns to the left by one on the
     * left, and nothing brakes by either.
     */
    static Navigation mirrored() {
        List<Synapse> synapses = new ArrayList<>();
        synapses.add(Synapse.chemical(RIGHT, TURN_RIGHT, "steer/turn/aside"));
        synapses.add(Synapse.chemical(LEFT, TURN_LEFT, "steer/turn/aside"));
        synapses.addAll(common(TURN_RIGHT, "steer/turn"));
        synapses.addAll(common(TURN_LEFT, "steer/turn"));
        synapses.addAll(common(BRAKE, "steer/" + BRAKE));
        return byWeights(List.of(neuron(RIGHT, aside(-1)), neuron(LEFT, aside(1))), synapses);
    }

    private static List<Synapse> common(String command, String weights) {
        return List.of(
                Synapse.chemical(AHEAD, command, weights + "/away"),
                Synapse.chemical(BEHIND, command, weights + "/away"),
                Synapse.chemical(TONIC, command, weights + "/bias"));
    }

    /**
     * The layer of such synapses, whose weights begin at zero. The gradient passes through the clip of the commands: a
     * turn that costs speed before it knows where to go is silenced, and a silent command without a gradient never comes
     * back.
     */
    private static Navigation byWeights(List<Neuron> sides, List<Synapse> synapses) {
        List<Neuron> neurons = new ArrayList<>();
        neurons.add(neuron(TONIC, new Source.Constant(1)));
        neurons.addAll(sides);
        neurons.add(neuron(AHEAD, sensor(BEHIND_NOSE, -1, 0)));
        neurons.add(neuron(BEHIND, sensor(BEHIND_NOSE, 1, 0)));
        List<WeightGroup> weights = synapses.stream()
                .map(Synapse::group)
                .distinct()
                .map(name -> new WeightGroup(name, Sign.UNKNOWN, new InitialValue.Fixed(0), Parametrisation.FREE))
                .toList();
        NeuronModel command = new Memoryless.Graded(SaturationGradient.STRAIGHT_THROUGH);
        return new Navigation(neurons, command, command, command, synapses, weights);
    }

    private static Source aside(double gain) {
        return sensor(LEFT_OF_NOSE, gain, Double.NEGATIVE_INFINITY);
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
