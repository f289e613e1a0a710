package dev.ganglion.controllers.ncap;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.worm.SwimmerOrigin;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.OutputPort;
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
import java.util.Optional;
import java.util.stream.Collectors;

/*
 *             joint i-1 bends                          joint 0 instead:  oscillator
 *            dorsal     ventral                                          O.d     O.v
 *               |          |                                              |       |
 *             prop+      prop+                                          osc+    osc+
 *               v          v                                              v       v
 *  brake -|   DBi        VBi   |- brake        turn.right -> DBi, turn.left -> VBi (first joints)
 *               | \      / |
 *           ipsi+  contra-  ipsi+
 *               v /      \ v
 *            dBWMi      vBWMi            torque i = dBWMi - vBWMi
 *
 * All of it happens within one control step: the wave's delay from joint to joint is the body's.
 */

/**
 * The wiring of NCAP, for any number of joints: one pair of B neurons and one pair of muscles for each joint.
 *
 * <p>Source: Bhattasali, Zador and Engel (2022), "Neural Circuit Architectural Priors for Embodied Control", NeurIPS,
 * and its code, {@code SwimmerModule}. The D neurons are folded into the negative weight {@code contra}; joints count
 * from 0 at the head.
 *
 * @param joints number of joints
 * @param periodSteps period of the head's oscillator in control steps
 * @param parametrisation how weights are kept to their signs
 * @param gradient gradient of neurons and muscles where they are silent or saturated
 * @param brake what holds all B neurons back, if anything: 1 minus the speed commanded
 * @param turn what bends the head, if anything
 * @param navigation what gives these commands by where a target lies, if anything does
 */
record NcapWiring(
        int joints,
        int periodSteps,
        Parametrisation parametrisation,
        SaturationGradient gradient,
        Optional<NeuronModel> brake,
        Optional<Turn> turn,
        Optional<Navigation> navigation) {
    /**
     * The commands to turn.
     *
     * @param right drive of the first dorsal B neurons, in [0, 1]
     * @param left drive of the first ventral B neurons, in [0, 1]
     * @param joints how many joints it reaches, counted from the head
     */
    record Turn(NeuronModel right, NeuronModel left, int joints) {}

    /** One half of the body. */
    private enum Half {
        DORSAL("d", "DB", "dBWM", Side.LEFT),
        VENTRAL("v", "VB", "vBWM", Side.RIGHT);

        private final String suffix;
        private final String motorNeuron;
        private final String muscle;
        private final Side side;

        Half(String suffix, String motorNeuron, String muscle, Side side) {
            this.suffix = suffix;
            this.motorNeuron = motorNeuron;
            this.muscle = muscle;
            this.side = side;
        }

        Transfer stretch() {
            return this == DORSAL ? Transfer.positivePart() : Transfer.negativePart();
        }

        Half opposite() {
            return this == DORSAL ? VENTRAL : DORSAL;
        }
    }

    /** The circuit with the constant initial weights, shared along the body. */
    Circuit circuit() {
        List<Synapse> synapses = synapses();
        List<WeightGroup> groups = SwimmerOrigin.weights().stream()
                .filter(weight ->
                        synapses.stream().anyMatch(synapse -> synapse.group().equals(weight.weight())))
                .map(weight -> group(weight.weight(), weight.sign()))
                .collect(Collectors.toCollection(ArrayList::new));
        navigation.ifPresent(layer -> groups.addAll(layer.weights()));
        return new Circuit("ncap", neurons(), synapses, groups, outputs());
    }

    private WeightGroup group(String name, Sign sign) {
        return new WeightGroup(name, sign, new InitialValue.Fixed(sign.value()), parametrisation);
    }

    private List<Neuron> neurons() {
        List<Neuron> neurons = new ArrayList<>();
        int half = periodSteps / 2;
        for (Half side : Half.values()) {
            for (int joint = 0; joint < joints - 1; joint++) {
                Source organ = new Source.Sensor("joint/" + joint + "/angle", 0, side.stretch());
                neurons.add(neuron(stretch(side, joint), "stretch", organ, position(joint), side.side));
            }
            Source rhythm = side == Half.DORSAL
                    ? new Source.Oscillator(periodSteps, 0, half)
                    : new Source.Oscillator(periodSteps, half, periodSteps);
            neurons.add(neuron(oscillator(side), "oscillator", rhythm, 0, side.side));
        }
        navigation.ifPresent(layer -> neurons.addAll(layer.neurons()));
        brake.ifPresent(model -> neurons.add(neuron("brake", "command", model, Double.NaN, Side.NONE)));
        turn.ifPresent(commands -> {
            neurons.add(neuron("turn.right", "command", commands.right(), Double.NaN, Side.NONE));
            neurons.add(neuron("turn.left", "command", commands.left(), Double.NaN, Side.NONE));
        });
        Memoryless graded = new Memoryless.Graded(gradient);
        for (Half side : Half.values()) {
            for (int joint = 0; joint < joints; joint++) {
                neurons.add(neuron(motor(side, joint), side.motorNeuron, graded, position(joint), side.side));
                neurons.add(neuron(muscle(side, joint), side.muscle, graded, position(joint), side.side));
            }
        }
        return neurons;
    }

    private static Neuron neuron(String name, String cellClass, NeuronModel model, double position, Side side) {
        return new Neuron(name, cellClass, model, position, side);
    }

    private List<Synapse> synapses() {
        List<Synapse> synapses = new ArrayList<>();
        navigation.ifPresent(layer -> synapses.addAll(layer.synapses()));
        for (int joint = 0; joint < joints; joint++) {
            for (Half side : Half.values()) {
                String motor = motor(side, joint);
                synapses.add(
                        joint == 0
                                ? Synapse.chemical(oscillator(side), motor, "osc")
                                : Synapse.chemical(stretch(side, joint - 1), motor, "prop"));
                synapses.add(Synapse.chemical(motor, muscle(side, joint), "ipsi"));
                synapses.add(Synapse.chemical(motor, muscle(side.opposite(), joint), "contra"));
                if (brake.isPresent()) {
                    synapses.add(Synapse.chemical("brake", motor, "speed"));
                }
                if (turn.isPresent() && joint < turn.get().joints()) {
                    String command = side == Half.DORSAL ? "turn.right" : "turn.left";
                    synapses.add(Synapse.chemical(command, motor, "turn"));
                }
            }
        }
        return synapses;
    }

    private List<OutputPort> outputs() {
        List<OutputPort> outputs = new ArrayList<>();
        for (int joint = 0; joint < joints; joint++) {
            outputs.add(OutputPort.difference(
                    "joint/" + joint + "/torque", muscle(Half.DORSAL, joint), muscle(Half.VENTRAL, joint)));
        }
        return outputs;
    }

    /** Joint i of N lies between links i and i + 1 of N + 1 equal ones. */
    private double position(int joint) {
        return (joint + 1.0) / (joints + 1);
    }

    private static String stretch(Half side, int joint) {
        return "stretch." + side.suffix + joint;
    }

    private static String oscillator(Half side) {
        return "O." + side.suffix;
    }

    private static String motor(Half side, int joint) {
        return side.motorNeuron + joint;
    }

    private static String muscle(Half side, int joint) {
        return side.muscle + joint;
    }
}
