package dev.ganglion.controllers.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.GapJunction;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.environments.signal.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/*
 *   head                                                            tail        all by one coordinate, 0 to 1
 *   joint 0      joint 1      joint 2      joint 3      joint 4
 *     |  bend      |            |            |            |
 *     +--stretch-->+--stretch-->+ ...                                            B neurons feel the bend in front
 *   O.d, O.v --> head muscle, first B neurons
 *   command --> AVB == B neurons
 *   motor neurons <--> motor neurons --> dorsal and ventral muscle rows 1 .. 24
 *     |            |            |            |            |
 *   torque = mean of the dorsal rows about the joint - mean of the ventral ones
 *
 * Why the initial weights are what they are. Inputs are measured against all inputs of a cell (ConnectomeGains), so a
 * weight is the drive of a cell whose inputs are all active. Excitation among neurons begins at 0.15: at 1, the command
 * neurons excite each other until everything is active. Onto muscle it begins at 8, since in forward movement only the B
 * neurons, a fifth of a muscle's excitation, are active. Inhibition is strong, so that a body that begins curled up
 * uncurls: with weights as for excitation, half of all beginnings stay curled. All were found by trying, so that the
 * untrained circuit with graded neurons swims with five joints from wherever it begins.
 */

/**
 * A connectome with motor neurons and muscles, joined to a body's row of joints by the coordinate from head (0) to tail
 * (1), so that the same weights drive any number of joints.
 *
 * <p>Neurons, muscles, connections, their relative strengths and signs are the connectome's. What is ours: a motor
 * neuron stands amid the muscles it drives; a joint's torque is the mean activation of the dorsal muscles about it minus
 * that of the ventral ones; the neurons of the B classes feel the bend a fifth of the body in front of themselves; a
 * tonic command excites AVB; and an oscillator stands for the neurons of the head, which are no part of the locomotion
 * circuit, on head muscle and the foremost B neurons. Synapses between two classes share a weight.
 *
 * @param connectome the connectome; it has muscles
 * @param joints positions of the joints along the body
 * @param periodSteps period of the head's oscillator in control steps
 * @param parametrisation how weights are kept to their signs
 * @param model what neurons and muscles do
 * @param dynamics how the circuit's time is tied to the body's
 */
record ConnectomeWiring(
        Connectome connectome,
        List<Double> joints,
        int periodSteps,
        Parametrisation parametrisation,
        Memoryless model,
        Dynamics dynamics) {
    private static final double EXCITATION_AMONG_NEURONS = 0.15;
    private static final double INHIBITION_AMONG_NEURONS = 1.5;
    private static final double EXCITATION_OF_MUSCLE = 8;
    private static final double INHIBITION_OF_MUSCLE = 6;
    private static final double JUNCTION = 0.02;

    /** Copies the positions and checks that there is muscle. */
    ConnectomeWiring {
        joints = List.copyOf(joints);
        if (connectome.muscles().isEmpty()) {
            throw new IllegalArgumentException(connectome.name() + " has no muscles");
        }
    }

    /** The circuit. */
    Circuit circuit() {
        CircuitParts parts = new CircuitParts(parametrisation);
        PlacedCells cells = new PlacedCells(connectome);
        Kernel kernel = Kernel.between(joints.size(), cells.rows());
        BodyInputs inputs = new BodyInputs(parts, cells, joints);
        inputs.addStretch(kernel);
        inputs.addRhythm(periodSteps);
        inputs.addCommand();
        addCells(parts, cells);
        addChemical(parts, cells);
        addJunctions(parts, cells);
        return new Circuit(
                connectome.name(),
                parts.neurons(),
                parts.synapses(),
                parts.groups(),
                outputs(cells, kernel),
                Optional.of(dynamics));
    }

    private void addCells(CircuitParts parts, PlacedCells cells) {
        for (dev.ganglion.connectome.Neuron cell : connectome.neurons()) {
            parts.add(new Neuron(cell.name(), cell.cellClass(), model, cells.position(cell), cells.side(cell)));
        }
        for (Muscle muscle : connectome.muscles()) {
            String strip = cells.cellClass(muscle.name());
            parts.add(new Neuron(muscle.name(), strip, model, muscle.position(), cells.side(muscle)));
        }
    }

    private void addChemical(CircuitParts parts, PlacedCells cells) {
        ConnectomeGains gains = new ConnectomeGains(connectome);
        Map<String, Set<Sign>> signs = new HashMap<>();
        for (Synapse synapse : connectome.chemical()) {
            signs.computeIfAbsent(classes(synapse, cells), pair -> new HashSet<>())
                    .add(sign(synapse));
        }
        for (Synapse synapse : connectome.chemical()) {
            String pair = classes(synapse, cells);
            boolean isMixed = signs.getOrDefault(pair, Set.of()).size() > 1;
            parts.join(
                    synapse.pre(),
                    synapse.post(),
                    isMixed ? pair + "/" + sign(synapse).name().toLowerCase(Locale.ROOT) : pair,
                    sign(synapse),
                    magnitude(sign(synapse), cells.isMuscle(synapse.post())),
                    gains.of(synapse));
        }
    }

    private static double magnitude(Sign sign, boolean isOntoMuscle) {
        if (sign == Sign.INHIBITORY) {
            return isOntoMuscle ? INHIBITION_OF_MUSCLE : INHIBITION_AMONG_NEURONS;
        }
        return isOntoMuscle ? EXCITATION_OF_MUSCLE : EXCITATION_AMONG_NEURONS;
    }

    private static String classes(Synapse synapse, PlacedCells cells) {
        return cells.cellClass(synapse.pre()) + ">" + cells.cellClass(synapse.post());
    }

    private static Sign sign(Synapse synapse) {
        Sign sign = synapse.sign(SignReading.DEFAULT);
        return sign.isDecided() ? sign : Sign.UNKNOWN;
    }

    private void addJunctions(CircuitParts parts, PlacedCells cells) {
        ConnectomeGains gains = new ConnectomeGains(connectome);
        for (GapJunction junction : connectome.gapJunctions()) {
            if (!cells.isMuscle(junction.first()) && !cells.isMuscle(junction.second())) {
                String one = cells.cellClass(junction.first());
                String other = cells.cellClass(junction.second());
                String group = one.compareTo(other) <= 0 ? one + "--" + other : other + "--" + one;
                parts.couple(junction.first(), junction.second(), group, JUNCTION, gains.of(junction));
            }
        }
    }

    private List<OutputPort> outputs(PlacedCells cells, Kernel kernel) {
        List<OutputPort> outputs = new ArrayList<>();
        for (int joint = 0; joint < joints.size(); joint++) {
            List<OutputPort.Term> terms = new ArrayList<>();
            for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
                List<Muscle> strip = cells.on(side);
                double direction = side == Side.LEFT ? 1 : -1;
                kernel.shares(
                                joints.get(joint),
                                strip.stream().map(Muscle::position).toList())
                        .forEach((muscle, share) ->
                                terms.add(new OutputPort.Term(strip.get(muscle).name(), direction * share)));
            }
            outputs.add(new OutputPort("joint/" + joint + "/torque", 0, terms));
        }
        return outputs;
    }
}
