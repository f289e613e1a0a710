package dev.ganglion.controllers.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which neurons without memory can be evaluated within one control step (Kahn 1962). */
final class EvaluationOrder {
    private EvaluationOrder() {}

    /**
     * The memoryless neurons in levels: each in the first level that comes after all of its inputs.
     *
     * @throws IllegalArgumentException if some form a loop
     */
    static List<List<Neuron>> levels(List<Neuron> neurons, List<Synapse> synapses) {
        Map<String, List<String>> inputs = new HashMap<>();
        synapses.forEach(synapse -> inputs.computeIfAbsent(synapse.post(), post -> new ArrayList<>())
                .add(synapse.pre()));
        Map<String, Neuron> waiting = new LinkedHashMap<>();
        Set<String> done = new HashSet<>();
        for (Neuron neuron : neurons) {
            if (neuron.model() instanceof Memoryless) {
                waiting.put(neuron.name(), neuron);
            } else {
                done.add(neuron.name());
            }
        }
        List<List<Neuron>> levels = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Neuron> ready = waiting.values().stream()
                    .filter(neuron -> done.containsAll(inputs.getOrDefault(neuron.name(), List.of())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("The neurons " + String.join(", ", waiting.keySet())
                        + " have no memory and wait for each other in a loop");
            }
            levels.add(ready);
            for (Neuron neuron : ready) {
                waiting.remove(neuron.name());
                done.add(neuron.name());
            }
        }
        return List.copyOf(levels);
    }
}
