package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Neuron;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every name is a neuron, in the order in which the names first appear. */
final class ImpliedNeurons implements CellSource {
    private final Map<String, Neuron> neurons = new LinkedHashMap<>();

    @Override
    public Meaning meaningOf(String written) {
        return new Known(neurons.computeIfAbsent(written, Neuron::named));
    }

    List<Neuron> neurons() {
        return List.copyOf(neurons.values());
    }
}
