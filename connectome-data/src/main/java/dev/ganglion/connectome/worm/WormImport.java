package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Citation;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.format.Import;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A connectome of those of the worm's cells that a published table names. */
final class WormImport {
    private WormImport() {}

    static Import of(
            String name, Citation citation, WormCatalogue catalogue, List<Synapse> synapses, int linesLeftOut) {
        Set<String> named = new HashSet<>();
        synapses.forEach(synapse -> named.addAll(List.of(synapse.pre(), synapse.post())));
        List<Neuron> neurons = catalogue.neurons().stream()
                .filter(neuron -> named.contains(neuron.name()))
                .toList();
        List<Muscle> muscles = catalogue.muscles().stream()
                .filter(muscle -> named.contains(muscle.name()))
                .toList();
        List<String> remarks = new ArrayList<>();
        if (linesLeftOut > 0) {
            remarks.add(
                    linesLeftOut + " lines that name a cell other than a neuron or a body-wall muscle are left out.");
        }
        int silent = catalogue.neurons().size() - neurons.size();
        if (silent > 0) {
            remarks.add(silent + " neurons of the worm have no connection in this table and are no part of it.");
        }
        Provenance provenance = new Provenance(List.of(new Provenance.Column(
                "connections", "weight", citation.text(), citation.link(), "see the publication", "as published")));
        return new Import(new Connectome(name, neurons, muscles, synapses, provenance), remarks);
    }
}
