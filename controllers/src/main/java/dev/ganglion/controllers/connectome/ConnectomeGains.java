package dev.ganglion.controllers.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.GapJunction;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How strong each connection of a connectome is relative to the others onto the same cell, so that a cell is driven
 * alike whether it has two inputs or fifty.
 *
 * <p>Of a neuron the chemical inputs add up to 1, and of a muscle the excitatory ones do; a gap junction is measured
 * against the mean of what the neurons have altogether. That is ours: numbers of sections say how contacts compare, not
 * how strong a synapse is.
 */
final class ConnectomeGains {
    private final Map<String, Double> incoming = new HashMap<>();
    private final double meanJunction;

    ConnectomeGains(Connectome connectome) {
        Set<String> muscles = connectome.musclesByName().keySet();
        for (Synapse synapse : connectome.chemical()) {
            boolean inhibits = synapse.sign(SignReading.DEFAULT) == Sign.INHIBITORY;
            if (!muscles.contains(synapse.post()) || !inhibits) {
                incoming.merge(synapse.post(), synapse.weight(), Double::sum);
            }
        }
        double total = connectome.gapJunctions().stream()
                .mapToDouble(GapJunction::weight)
                .sum();
        meanJunction = 2 * total / Math.max(1, connectome.neurons().size());
    }

    /** Of a chemical synapse; one that inhibits a muscle which nothing excites counts as if it were alone. */
    double of(Synapse synapse) {
        return synapse.weight() / incoming.getOrDefault(synapse.post(), synapse.weight());
    }

    /** Of a gap junction. */
    double of(GapJunction junction) {
        return junction.weight() / meanJunction;
    }
}
