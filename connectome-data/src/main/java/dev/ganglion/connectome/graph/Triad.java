package dev.ganglion.connectome.graph;

import java.util.stream.IntStream;

/**
 * The sixteen ways in which three nodes can be joined by directed edges, named as by Holland and Leinhardt (1970):
 * the numbers of mutual, asymmetric and null pairs, and where that is not enough a letter (down, up, cyclic,
 * transitive).
 *
 * <p>Letters follow the usage of statnet, igraph and networkx: 111D is A⇄B←C, 111U is A⇄B→C.
 */
public enum Triad {
    /** No edge. */
    T003("003"),
    /** A→B. */
    T012("012"),
    /** A⇄B. */
    T102("102"),
    /** A←B→C: one source. */
    T021D("021D"),
    /** A→B←C: one target. */
    T021U("021U"),
    /** A→B→C: a chain. */
    T021C("021C"),
    /** A⇄B←C. */
    T111D("111D"),
    /** A⇄B→C. */
    T111U("111U"),
    /** A→B→C with A→C: feed-forward. */
    T030T("030T"),
    /** A→B→C→A: a cycle. */
    T030C("030C"),
    /** A⇄B⇄C. */
    T201("201"),
    /** A←B→C with A⇄C. */
    T120D("120D"),
    /** A→B←C with A⇄C. */
    T120U("120U"),
    /** A→B→C with A⇄C. */
    T120C("120C"),
    /** A→B⇄C with A⇄C. */
    T210("210"),
    /** All six edges. */
    T300("300");

    private final String code;

    Triad(String code) {
        this.code = code;
    }

    /** Its name, such as {@code 030T}. */
    public String code() {
        return code;
    }

    /** The triad that three different nodes of a graph form. */
    public static Triad of(SignedGraph graph, int a, int b, int c) {
        int[] nodes = {a, b, c};
        boolean[][] edge = new boolean[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                edge[i][j] = i != j && graph.has(nodes[i], nodes[j]);
            }
        }
        int mutual = 0;
        int asymmetric = 0;
        int[] out = new int[3];
        int[] in = new int[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            if (edge[i][j] && edge[j][i]) {
                mutual++;
            } else if (edge[i][j] || edge[j][i]) {
                asymmetric++;
                out[edge[i][j] ? i : j]++;
                in[edge[i][j] ? j : i]++;
            }
        }
        String name = "" + mutual + asymmetric + (3 - mutual - asymmetric);
        return valueOf("T" + name + letter(name, out, in, edge));
    }

    /** The letter, by how many of the asymmetric edges leave or enter one node. */
    private static String letter(String name, int[] out, int[] in, boolean[][] edge) {
        boolean source = IntStream.of(out).anyMatch(count -> count == 2);
        boolean target = IntStream.of(in).anyMatch(count -> count == 2);
        return switch (name) {
            case "021", "120" -> source ? "D" : target ? "U" : "C";
            case "030" -> source ? "T" : "C";
            case "111" -> entersMutualPair(in, edge) ? "D" : "U";
            default -> "";
        };
    }

    private static boolean entersMutualPair(int[] in, boolean[][] edge) {
        int entered = in[0] == 1 ? 0 : in[1] == 1 ? 1 : 2;
        return IntStream.range(0, 3).anyMatch(other -> edge[entered][other] && edge[other][entered]);
    }
}
