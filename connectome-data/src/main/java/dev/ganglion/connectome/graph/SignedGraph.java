package dev.ganglion.connectome.graph;

import dev.ganglion.connectome.CellIndex;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A directed graph without loops whose edges are excitatory, inhibitory or undecided; nodes are numbers from 0.
 *
 * <p>Neighbours are held in ascending order, so that looking up an edge takes the logarithm of a degree.
 */
public final class SignedGraph {
    private final int[][] targets;
    private final int[][] sources;
    private final byte[][] signs;
    private final int edges;

    /**
     * An edge.
     *
     * @param from node it leaves
     * @param to node it enters, another one
     * @param sign +1, −1 or 0 if undecided
     */
    public record Edge(int from, int to, int sign) {}

    /**
     * A graph of nodes 0 to {@code nodes} − 1.
     *
     * @throws IllegalArgumentException for a loop, or for an edge that is there twice
     */
    public SignedGraph(int nodes, List<Edge> edges) {
        targets = new int[nodes][];
        signs = new byte[nodes][];
        sources = new int[nodes][];
        this.edges = edges.size();
        List<List<Edge>> leaving = groups(nodes);
        List<List<Integer>> entering = groups(nodes);
        for (Edge edge : edges) {
            leaving.get(edge.from()).add(edge);
            entering.get(edge.to()).add(edge.from());
        }
        for (int node = 0; node < nodes; node++) {
            List<Edge> out = leaving.get(node);
            out.sort(Comparator.comparingInt(Edge::to));
            targets[node] = out.stream().mapToInt(Edge::to).toArray();
            signs[node] = new byte[out.size()];
            for (int i = 0; i < out.size(); i++) {
                signs[node][i] = (byte) out.get(i).sign();
                boolean again = i > 0 && targets[node][i] == targets[node][i - 1];
                if (again || targets[node][i] == node) {
                    throw new IllegalArgumentException("The edge " + node + " to " + targets[node][i] + " is "
                            + (again ? "there twice" : "a loop"));
                }
            }
            Collections.sort(entering.get(node));
            sources[node] =
                    entering.get(node).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static <T> List<List<T>> groups(int nodes) {
        List<List<T>> groups = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            groups.add(new ArrayList<>());
        }
        return groups;
    }

    /**
     * The chemical connections among a connectome's neurons, without those of a neuron onto itself; nodes are the
     * neurons in list order.
     */
    public static SignedGraph amongNeurons(Connectome connectome, SignReading reading) {
        CellIndex index = connectome.index();
        int neurons = connectome.neurons().size();
        List<Edge> edges = new ArrayList<>();
        for (Synapse synapse : connectome.chemical()) {
            int post = index.of(synapse.post());
            if (post < neurons && !synapse.isLoop()) {
                edges.add(new Edge(
                        index.of(synapse.pre()), post, synapse.sign(reading).value()));
            }
        }
        return new SignedGraph(neurons, edges);
    }

    /** How many nodes there are. */
    public int nodes() {
        return targets.length;
    }

    /** How many edges there are. */
    public int edges() {
        return edges;
    }

    /** The nodes that edges of {@code node} enter, ascending; not to be changed. */
    public int[] targets(int node) {
        return targets[node];
    }

    /** The nodes from which edges enter {@code node}, ascending; not to be changed. */
    public int[] sources(int node) {
        return sources[node];
    }

    /** Whether there is an edge. */
    public boolean has(int from, int to) {
        return Arrays.binarySearch(targets[from], to) >= 0;
    }

    /** The sign of an edge: +1, −1, 0 if undecided or if there is no such edge. */
    public int sign(int from, int to) {
        int place = Arrays.binarySearch(targets[from], to);
        return place < 0 ? 0 : signs[from][place];
    }
}
