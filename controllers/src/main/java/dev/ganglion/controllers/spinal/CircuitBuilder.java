package dev.ganglion.controllers.spinal;

import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.signal.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Neurons, synapses and weights while a circuit is put together. */
final class CircuitBuilder {
    private final List<Neuron> neurons = new ArrayList<>();
    private final List<Synapse> synapses = new ArrayList<>();
    private final Map<String, WeightGroup> weights = new LinkedHashMap<>();

    /** Adds a limb's neuron of a class. */
    void neuron(String cellClass, Limb limb, NeuronModel model) {
        neurons.add(new Neuron(limb.neuron(cellClass), cellClass, model, limb.position(), limb.side()));
    }

    /** Adds a neuron that belongs to no limb. */
    void neuron(String name, NeuronModel model) {
        neurons.add(new Neuron(name, name, model, Double.NaN, Side.NONE));
    }

    /** Adds a synapse; synapses that name the same weight share it. */
    void synapse(String pre, String post, WeightGroup weight) {
        WeightGroup before = weights.putIfAbsent(weight.name(), weight);
        if (before != null && !before.equals(weight)) {
            throw new IllegalArgumentException("The weight " + weight.name() + " is declared twice");
        }
        synapses.add(Synapse.chemical(pre, post, weight.name()));
    }

    /** Adds a synapse whose weight is not learned. */
    void fixed(String pre, String post, String weight, double value) {
        synapse(pre, post, WeightGroup.fixed(weight, value));
    }

    List<Neuron> neurons() {
        return neurons;
    }

    List<Synapse> synapses() {
        return synapses;
    }

    List<WeightGroup> weights() {
        return List.copyOf(weights.values());
    }
}
