package dev.ganglion.connectome.motif;

import dev.ganglion.connectome.graph.SignedGraph;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often each motif occurs in a graph.
 *
 * @param all occurrences whatever the signs
 * @param inhibitory occurrences of the inhibitory form
 */
public record MotifCounts(Map<CircuitMotif, Long> all, Map<CircuitMotif, Long> inhibitory) {
    /** Copies the maps. */
    public MotifCounts {
        all = new EnumMap<>(all);
        inhibitory = new EnumMap<>(inhibitory);
    }

    /** Occurrences of a motif. */
    public long count(CircuitMotif motif, boolean inhibitoryForm) {
        return (inhibitoryForm ? inhibitory : all).getOrDefault(motif, 0L);
    }

    /** Counts the motifs of a graph. */
    public static MotifCounts of(SignedGraph graph) {
        Map<CircuitMotif, Long> all = noneYet();
        Map<CircuitMotif, Long> inhibitory = noneYet();
        for (int a = 0; a < graph.nodes(); a++) {
            for (int b : graph.targets(a)) {
                countMutual(graph, a, b, all, inhibitory);
                for (int c : graph.targets(b)) {
                    if (c != a) {
                        countTriple(graph, a, b, c, all, inhibitory);
                    }
                }
            }
        }
        return new MotifCounts(all, inhibitory);
    }

    private static Map<CircuitMotif, Long> noneYet() {
        Map<CircuitMotif, Long> counts = new EnumMap<>(CircuitMotif.class);
        for (CircuitMotif motif : CircuitMotif.values()) {
            counts.put(motif, 0L);
        }
        return counts;
    }

    private static void countMutual(
            SignedGraph graph, int a, int b, Map<CircuitMotif, Long> all, Map<CircuitMotif, Long> inhibitory) {
        if (a < b && graph.has(b, a)) {
            boolean bothInhibit = graph.sign(a, b) < 0 && graph.sign(b, a) < 0;
            add(CircuitMotif.MUTUAL, bothInhibit, all, inhibitory);
        }
    }

    /** A→B→C is there; what else makes it a motif. */
    private static void countTriple(
            SignedGraph graph, int a, int b, int c, Map<CircuitMotif, Long> all, Map<CircuitMotif, Long> inhibitory) {
        int ab = graph.sign(a, b);
        int bc = graph.sign(b, c);
        if (graph.has(a, c)) {
            boolean excitesBoth = ab > 0 && graph.sign(a, c) > 0;
            add(CircuitMotif.FEED_FORWARD, excitesBoth && bc < 0, all, inhibitory);
            if (b < c && graph.has(c, b)) {
                add(CircuitMotif.LATERAL, excitesBoth && bc < 0 && graph.sign(c, b) < 0, all, inhibitory);
            }
        }
        // A loop is met from each of its three neurons and counted from the lowest.
        if (a < b && a < c && graph.has(c, a)) {
            add(CircuitMotif.FEEDBACK, ab * bc * graph.sign(c, a) < 0, all, inhibitory);
        }
    }

    private static void add(
            CircuitMotif motif, boolean isInhibitory, Map<CircuitMotif, Long> all, Map<CircuitMotif, Long> inhibitory) {
        all.merge(motif, 1L, Long::sum);
        if (isInhibitory) {
            inhibitory.merge(motif, 1L, Long::sum);
        }
    }
}
