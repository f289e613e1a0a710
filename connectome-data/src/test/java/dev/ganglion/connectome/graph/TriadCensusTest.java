package dev.ganglion.connectome.graph;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.worm.WormConnectome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriadCensusTest {
    /** The 16 drawings of Holland and Leinhardt; nodes 0, 1, 2. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "003, ''",
        "012, 01",
        "102, 01 10",
        "021D, 10 12",
        "021U, 01 21",
        "021C, 01 12",
        "111D, 01 10 21",
        "111U, 01 10 12",
        "030T, 01 12 02",
        "030C, 01 12 20",
        "201, 01 10 12 21",
        "120D, 10 12 02 20",
        "120U, 01 21 02 20",
        "120C, 01 12 02 20",
        "210, 01 12 21 02 20",
        "300, 01 10 12 21 02 20"
    })
    void of_eachDrawing_hasItsName(String name, String edges) {
        SignedGraph graph = new SignedGraph(
                3,
                Arrays.stream(edges.split(" "))
                        .filter(edge -> !edge.isEmpty())
                        .map(edge -> new SignedGraph.Edge(edge.charAt(0) - '0', edge.charAt(1) - '0', 1))
                        .toList());
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            then(Triad.of(graph, order[0], order[1], order[2]).code()).isEqualTo(name);
        }
        then(TriadCensus.of(graph).counts()).containsEntry(Triad.of(graph, 0, 1, 2), 1L);
    }

    @ParameterizedTest(name = "density {0}")
    @ValueSource(doubles = {0, 0.05, 0.2, 0.5, 0.9, 1})
    void of_randomGraph_isWhatBruteForceCounts(double density) {
        SignedGraph graph = RandomGraphs.of(17, density, 42);
        Map<Triad, Long> counts = new EnumMap<>(Triad.class);
        for (Triad triad : Triad.values()) {
            counts.put(triad, 0L);
        }
        for (int a = 0; a < graph.nodes(); a++) {
            for (int b = a + 1; b < graph.nodes(); b++) {
                for (int c = b + 1; c < graph.nodes(); c++) {
                    counts.merge(Triad.of(graph, a, b, c), 1L, Long::sum);
                }
            }
        }
        then(TriadCensus.of(graph).counts()).isEqualTo(counts);
    }

    @Test
    void of_worm_isWhatNetworkxCounts() {
        // networkx 3.6.1, triadic_census of the shipped chemical connections among neurons, loops dropped.
        SignedGraph worm = SignedGraph.amongNeurons(WormConnectome.hermaphrodite(), SignReading.DEFAULT);
        then(TriadCensus.of(worm).counts().values())
                .containsExactly(
                        3736989L, 570707L, 172442L, 9402L, 11551L, 16683L, 9402L, 8866L, 2144L, 158L, 2531L, 996L,
                        1255L, 644L, 1057L, 273L);
        SignedGraph locomotion = SignedGraph.amongNeurons(WormConnectome.locomotion(), SignReading.DEFAULT);
        then(TriadCensus.of(locomotion).counts().values())
                .containsExactly(
                        62723L, 24421L, 5802L, 1657L, 831L, 1045L, 557L, 852L, 281L, 17L, 91L, 49L, 269L, 50L, 85L,
                        40L);
    }

    @Test
    void graph_loopOrDoubleEdge_isRefused() {
        SignedGraph.Edge edge = new SignedGraph.Edge(0, 1, 1);
        thenThrownBy(() -> new SignedGraph(2, List.of(edge, edge))).hasMessageContaining("twice");
        thenThrownBy(() -> new SignedGraph(2, List.of(new SignedGraph.Edge(1, 1, 1))))
                .hasMessageContaining("loop");
    }
}
