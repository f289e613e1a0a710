package dev.ganglion.controllers.connectome;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Neurons, synapses and weights of a circuit while they are being put together. */
final class CircuitParts {
    private final Parametrisation parametrisation;
    private final List<Neuron> neurons = new ArrayList<>();
    private final List<Synapse> synapses = new ArrayList<>();
    private final Map<String, WeightGroup> groups = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param parametrisation how weights are kept to their signs
     */
    CircuitParts(Parametrisation parametrisation) {
        this.parametrisation = parametrisation;
    }

    List<Neuron> neurons() {
        return neurons;
    }

    List<Synapse> synapses() {
        return synapses;
    }

    List<WeightGroup> groups() {
        return List.copyOf(groups.values());
    }

    void add(Neuron neuron) {
        neurons.add(neuron);
    }

    /** An excitatory synapse, whose weight begins at a magnitude. */
    void excite(String pre, String post, String group, double magnitude, double gain) {
        join(pre, post, group, Sign.EXCITATORY, magnitude, gain);
    }

    /** A chemical synapse of a sign; one whose sign is open is free and begins with either. */
    void join(String pre, String post, String group, Sign sign, double magnitude, double gain) {
        synapses.add(new Synapse(pre, post, SynapseKind.CHEMICAL, group(group, sign, magnitude), gain));
    }

    /** A gap junction, whose conductance begins at a magnitude; even where weights are free, it stays positive. */
    void couple(String one, String other, String group, double magnitude, double gain) {
        Parametrisation kept = parametrisation == Parametrisation.FREE ? Parametrisation.EXPONENTIAL : parametrisation;
        groups.computeIfAbsent(
                group, key -> new WeightGroup(key, Sign.EXCITATORY, new InitialValue.Fixed(magnitude), kept));
        synapses.add(new Synapse(one, other, SynapseKind.ELECTRICAL, group, gain));
    }

    private String group(String name, Sign sign, double magnitude) {
        groups.computeIfAbsent(
                name,
                key -> sign.isDecided()
                        ? new WeightGroup(key, sign, new InitialValue.Fixed(sign.value() * magnitude), parametrisation)
                        : new WeightGroup(
                                key, Sign.UNKNOWN, new InitialValue.EitherSign(magnitude), Parametrisation.FREE));
        return name;
    }
}
