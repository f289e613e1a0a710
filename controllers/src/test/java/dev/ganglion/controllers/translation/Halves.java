package dev.ganglion.controllers.translation;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.signal.Side;
import java.util.List;
import java.util.Optional;

/** Two reflexes side by side that have nothing in common but the rule of their synapses. */
final class Halves {
    private Halves() {}

    static Circuit circuit(SynapseModel model) {
        List<Neuron> neurons = List.of(
                neuron("bend", sensor(0)),
                neuron("other", sensor(1)),
                neuron("left", new Memoryless.HyperbolicTangent()),
                neuron("right", new Memoryless.HyperbolicTangent()));
        List<Synapse> synapses = List.of(
                Synapse.chemical("bend", "left", "l").withModel(model),
                Synapse.chemical("left", "left", "ll").withModel(model),
                Synapse.chemical("other", "right", "r").withModel(model),
                Synapse.chemical("right", "right", "rr").withModel(model));
        List<WeightGroup> groups = List.of(free("l"), free("ll"), free("r"), free("rr"));
        List<OutputPort> outputs = List.of(
                new OutputPort("joint/0/torque", 0, List.of(new OutputPort.Term("left", 1))),
                new OutputPort("joint/1/torque", 0, List.of(new OutputPort.Term("right", 1))),
                new OutputPort("joint/2/torque", 0, List.of()));
        return new Circuit("halves", neurons, synapses, groups, outputs, Optional.of(new Dynamics(2, 0.03)));
    }

    private static Source.Sensor sensor(int joint) {
        return new Source.Sensor(
                "joint/" + joint + "/angle",
                0,
                new Transfer(Transfer.Scale.UNIT, 1, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    private static Neuron neuron(String name, NeuronModel model) {
        return new Neuron(name, name, model, Double.NaN, Side.NONE);
    }

    private static WeightGroup free(String name) {
        return new WeightGroup(name, Sign.UNKNOWN, new InitialValue.Fixed(0.9), Parametrisation.FREE);
    }
}
