package dev.ganglion.tests.benchmark;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random wirings of the size of parts of the worm's nervous system, with a weight per chemical synapse. */
enum WormLike {
    /** 302 neurons with 3,638 chemical synapses and 1,084 gap junctions (Cook et al. 2019). */
    WHOLE(302, 302, 3638, 1084),
    /** 75 motor neurons, 10 command neurons and 95 muscles, which signal to nobody. */
    MOTOR(180, 85, 1300, 250);

    private static final int JOINTS = 5;

    private final int cells;
    private final int signalling;
    private final int chemical;
    private final int electrical;

    WormLike(int cells, int signalling, int chemical, int electrical) {
        this.cells = cells;
        this.signalling = signalling;
        this.chemical = chemical;
        this.electrical = electrical;
    }

    /** The wiring, for a swimmer of five joints. */
    Circuit circuit(Dynamics dynamics) {
        RandomGenerator random = RandomStreams.named(1, name());
        List<Neuron> neurons = new ArrayList<>();
        for (int joint = 0; joint < JOINTS; joint++) {
            neurons.add(neuron(
                    "stretch" + joint, new Source.Sensor("joint/" + joint + "/angle", 0, Transfer.positivePart())));
        }
        IntStream.range(0, cells).forEach(i -> neurons.add(neuron("n" + i, new Memoryless.HyperbolicTangent())));
        List<Synapse> synapses = new ArrayList<>();
        List<WeightGroup> groups = new ArrayList<>();
        for (int joint = 0; joint < JOINTS; joint++) {
            add(synapses, groups, "stretch" + joint, "n" + random.nextInt(signalling), random);
        }
        Set<List<Integer>> joined = new HashSet<>();
        while (joined.size() < chemical) {
            int pre = random.nextInt(signalling);
            int post = random.nextInt(cells);
            if (joined.add(List.of(pre, post))) {
                add(synapses, groups, "n" + pre, "n" + post, random);
            }
        }
        joined.clear();
        while (joined.size() < electrical) {
            int one = random.nextInt(signalling);
            int other = random.nextInt(signalling);
            if (one < other && joined.add(List.of(one, other))) {
                synapses.add(Synapse.electrical("n" + one, "n" + other, "gap"));
            }
        }
        groups.add(new WeightGroup("gap", Sign.EXCITATORY, new InitialValue.Fixed(0.02), Parametrisation.EXPONENTIAL));
        List<OutputPort> outputs = IntStream.range(0, JOINTS)
                .mapToObj(joint -> OutputPort.difference(
                        "joint/" + joint + "/torque", "n" + (cells - 1 - joint), "n" + (cells - 10 - joint)))
                .toList();
        return new Circuit(name(), neurons, synapses, groups, outputs, Optional.of(dynamics));
    }

    private static Neuron neuron(String name, NeuronModel model) {
        return new Neuron(name, "cell", model, Double.NaN, Side.NONE);
    }

    private static void add(
            List<Synapse> synapses, List<WeightGroup> groups, String pre, String post, RandomGenerator random) {
        String group = "w" + groups.size();
        synapses.add(Synapse.chemical(pre, post, group));
        boolean inhibits = random.nextInt(4) == 0;
        groups.add(new WeightGroup(
                group,
                inhibits ? Sign.INHIBITORY : Sign.EXCITATORY,
                new InitialValue.Fixed(inhibits ? -0.3 : 0.3),
                Parametrisation.EXPONENTIAL));
    }
}
