package dev.ganglion.connectome.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small random graphs for comparison with brute force. */
public final class RandomGraphs {
    private RandomGraphs() {}

    /** A graph in which each ordered pair is joined with this chance, by a connection of random sign. */
    public static SignedGraph of(int nodes, double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SignedGraph.Edge> edges = new ArrayList<>();
        for (int from = 0; from < nodes; from++) {
            for (int to = 0; to < nodes; to++) {
                if (from != to && random.nextDouble() < density) {
                    edges.add(new SignedGraph.Edge(from, to, random.nextInt(3) - 1));
                }
            }
        }
        return new SignedGraph(nodes, edges);
    }
}
