package dev.ganglion.connectome.graph;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a connectome's neurons are joined by chemical synapses.
 *
 * <p>Degrees, density and reciprocity are of connections between different neurons; signs and weights are of all
 * connections among neurons, those of a neuron onto itself included.
 *
 * @param degrees of each neuron, in list order
 * @param edges connections between different neurons
 * @param loops connections of a neuron onto itself
 * @param density connections as a share of the ordered pairs of different neurons, 0 to 1
 * @param reciprocity share of the connections between different neurons that are answered by one the other way
 * @param edgesBySign number of connections of each sign
 * @param weightBySign total weight of each sign
 * @param triads the census of triples
 */
public record GraphStatistics(
        List<Degree> degrees,
        int edges,
        int loops,
        double density,
        double reciprocity,
        Map<Sign, Integer> edgesBySign,
        Map<Sign, Double> weightBySign,
        TriadCensus triads) {
    /** Copies the list and the maps. */
    public GraphStatistics {
        degrees = List.copyOf(degrees);
        edgesBySign = new EnumMap<>(edgesBySign);
        weightBySign = new EnumMap<>(weightBySign);
    }

    /**
     * How many partners a neuron has.
     *
     * @param neuron its name
     * @param in other neurons that signal to it
     * @param out other neurons that it signals to
     */
    public record Degree(String neuron, int in, int out) {
        /** Partners in and out together. */
        public int total() {
            return in + out;
        }
    }

    /** Measures a connectome; signs are read as asked. */
    public static GraphStatistics of(Connectome connectome, SignReading reading) {
        SignedGraph graph = SignedGraph.amongNeurons(connectome, reading);
        List<Degree> degrees = new ArrayList<>();
        for (Neuron neuron : connectome.neurons()) {
            int node = degrees.size();
            degrees.add(new Degree(neuron.name(), graph.sources(node).length, graph.targets(node).length));
        }
        Map<String, Neuron> neurons = connectome.neuronsByName();
        List<Synapse> synapses = connectome.chemical().stream()
                .filter(synapse -> neurons.containsKey(synapse.post()))
                .toList();
        Map<Sign, Integer> edgesBySign = new EnumMap<>(Sign.class);
        Map<Sign, Double> weightBySign = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            edgesBySign.put(sign, 0);
            weightBySign.put(sign, 0.0);
        }
        for (Synapse synapse : synapses) {
            edgesBySign.merge(synapse.sign(reading), 1, Integer::sum);
            weightBySign.merge(synapse.sign(reading), synapse.weight(), Double::sum);
        }
        double pairs = (double) graph.nodes() * (graph.nodes() - 1);
        return new GraphStatistics(
                degrees,
                graph.edges(),
                synapses.size() - graph.edges(),
                graph.edges() / pairs,
                reciprocity(graph),
                edgesBySign,
                weightBySign,
                TriadCensus.of(graph));
    }

    private static double reciprocity(SignedGraph graph) {
        int answered = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            for (int target : graph.targets(node)) {
                answered += graph.has(target, node) ? 1 : 0;
            }
        }
        return (double) answered / graph.edges();
    }

    /** Excitatory over inhibitory connections; NaN or infinite where there is none inhibitory. */
    public double excitatoryToInhibitoryEdges() {
        return (double) edgesBySign.getOrDefault(Sign.EXCITATORY, 0) / edgesBySign.getOrDefault(Sign.INHIBITORY, 0);
    }

    /** Excitatory over inhibitory weight; NaN or infinite where there is none inhibitory. */
    public double excitatoryToInhibitoryWeight() {
        return weightBySign.getOrDefault(Sign.EXCITATORY, 0.0) / weightBySign.getOrDefault(Sign.INHIBITORY, 0.0);
    }

    /** Mean number of neurons that a neuron signals to, which is that of neurons that signal to it. */
    public double meanDegree() {
        return (double) edges / degrees.size();
    }
}
