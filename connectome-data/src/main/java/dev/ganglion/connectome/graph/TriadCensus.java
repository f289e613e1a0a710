package dev.ganglion.connectome.graph;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many of a graph's triples of nodes form each of the sixteen {@link Triad}s.
 *
 * @param counts the count of each triad, every one of them present
 */
public record TriadCensus(Map<Triad, Long> counts) {
    /** Copies the map. */
    public TriadCensus {
        counts = new EnumMap<>(counts);
    }

    /** The count of a triad. */
    public long count(Triad triad) {
        return counts.getOrDefault(triad, 0L);
    }

    /** How many triples there are. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Counts all triples of a graph.
     *
     * <p>Only triples with an edge are looked at, each once, from its first joined pair (Batagelj and Mrvar 2001, "A
     * subquadratic triad census algorithm for large sparse networks with small maximum degree"); the rest are empty.
     */
    public static TriadCensus of(SignedGraph graph) {
        int nodes = graph.nodes();
        int[][] neighbours = IntStream.range(0, nodes)
                .mapToObj(node -> union(graph.targets(node), graph.sources(node)))
                .toArray(int[][]::new);
        Map<Triad, Long> counts = new EnumMap<>(Triad.class);
        for (Triad triad : Triad.values()) {
            counts.put(triad, 0L);
        }
        for (int first = 0; first < nodes; first++) {
            for (int second : neighbours[first]) {
                if (first < second) {
                    countFrom(graph, neighbours, first, second, counts);
                }
            }
        }
        long all = (long) nodes * (nodes - 1) * (nodes - 2) / 6;
        counts.put(Triad.T003, all - new TriadCensus(counts).total());
        return new TriadCensus(counts);
    }

    private static void countFrom(
            SignedGraph graph, int[][] neighbours, int first, int second, Map<Triad, Long> counts) {
        int[] near = union(neighbours[first], neighbours[second]);
        boolean mutual = graph.has(first, second) && graph.has(second, first);
        // Both ends are among the neighbours of one another, so this many nodes are joined to neither.
        counts.merge(mutual ? Triad.T102 : Triad.T012, (long) graph.nodes() - near.length, Long::sum);
        for (int third : near) {
            boolean firstPairOfTriple = second < third
                    || (first < third && third < second && Arrays.binarySearch(neighbours[first], third) < 0);
            if (third != first && third != second && firstPairOfTriple) {
                counts.merge(Triad.of(graph, first, second, third), 1L, Long::sum);
            }
        }
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b))
                .sorted()
                .distinct()
                .toArray();
    }
}
