package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.plasticity.Factor;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Synapses that share a plastic model, one by one.
 *
 * @param model the model
 * @param synapses the synapses
 * @param pre place of each one's presynaptic neuron among all neurons, bank after bank
 * @param post place of each one's postsynaptic neuron in the bank of those that receive
 * @param groups index of each one's weight group
 */
record PlasticSynapses(SynapseModel model, List<Synapse> synapses, int[] pre, int[] post, int[] groups) {
    /** What a fast weight is called in the state. */
    static final String EFFICACY = "efficacy";

    /** Those of a circuit with dynamics, by model. */
    static List<PlasticSynapses> of(Circuit circuit, CircuitLayout layout) {
        Map<String, Integer> places = new LinkedHashMap<>();
        layout.banks().forEach(bank -> bank.forEach(neuron -> places.put(neuron.name(), places.size())));
        int receivers = layout.banks().get(layout.banks().size() - 1).size();
        Map<String, Integer> groups = WeightTable.of(circuit).places();
        Map<SynapseModel, List<Synapse>> byModel = new LinkedHashMap<>();
        for (Synapse synapse : circuit.synapses()) {
            if (!(synapse.model() instanceof SynapseModel.Static)) {
                byModel.computeIfAbsent(synapse.model(), absent -> new ArrayList<>())
                        .add(synapse);
            }
        }
        List<PlasticSynapses> plastic = new ArrayList<>();
        byModel.forEach((model, synapses) -> plastic.add(new PlasticSynapses(
                model,
                List.copyOf(synapses),
                synapses.stream().mapToInt(one -> at(places, one.pre())).toArray(),
                synapses.stream()
                        .mapToInt(one -> at(places, one.post()) - (places.size() - receivers))
                        .toArray(),
                synapses.stream().mapToInt(one -> at(groups, one.group())).toArray())));
        return List.copyOf(plastic);
    }

    private static int at(Map<String, Integer> places, String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    /** What each of them remembers: first its fast weight. */
    List<String> memories() {
        return model instanceof SynapseModel.Plastic plastic
                ? Stream.concat(
                                Stream.of(EFFICACY),
                                plastic.rule().memories().stream().map(PlasticityRule.Memory::name))
                        .toList()
                : List.of(EFFICACY);
    }

    /** Whether their rule reads a third factor. */
    boolean readThirdFactor() {
        return model instanceof SynapseModel.Plastic plastic
                && plastic.rule().reads().contains(Factor.THIRD);
    }

    /** What each is, such as {@code AVB>DB3}. */
    List<String> names() {
        return synapses.stream().map(one -> one.pre() + ">" + one.post()).toList();
    }

    /** What each one's learned constants are named after. */
    List<ConstantTable.Owner> owners() {
        return synapses.stream()
                .map(one -> new ConstantTable.Owner(one.group(), one.pre() + ">" + one.post()))
                .toList();
    }

    /** Gain of each. */
    float[] gains() {
        float[] gains = new float[synapses.size()];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = (float) synapses.get(i).gain();
        }
        return gains;
    }
}
