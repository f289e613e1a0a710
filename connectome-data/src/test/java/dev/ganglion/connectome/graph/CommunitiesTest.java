package dev.ganglion.connectome.graph;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.worm.WormConnectome;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    private static final int CLIQUE = 4;

    /** Cliques of four nodes on a ring, each joined with the next by one edge. */
    private static double[][] ringOfCliques(int cliques) {
        int nodes = cliques * CLIQUE;
        double[][] weights = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                weights[i][j] = i != j && i / CLIQUE == j / CLIQUE ? 1 : 0;
            }
        }
        for (int clique = 0; clique < cliques; clique++) {
            int from = clique * CLIQUE + CLIQUE - 1;
            int to = (from + 1) % nodes;
            weights[from][to] = 1;
            weights[to][from] = 1;
        }
        return weights;
    }

    @Test
    void of_aRingOfCliques_findsTheCliques() {
        int[] groups = Communities.of(ringOfCliques(5));

        then(groups).containsExactly(IntStream.range(0, 20).map(i -> i / CLIQUE).toArray());
    }

    @Test
    void modularity_ofTheCliques_isAsByHand() {
        // 6 of every 7 edges lie within; each group has a fifth of all strength: 6/7 − 5·(1/5)²
        int[] groups = IntStream.range(0, 20).map(i -> i / CLIQUE).toArray();

        then(Communities.modularity(ringOfCliques(5), groups)).isCloseTo(6.0 / 7 - 0.2, within(1e-12));
        then(Communities.modularity(ringOfCliques(5), new int[20])).isCloseTo(0, within(1e-12));
    }

    @Test
    void of_nodesThatNothingJoins_leavesThemAlone() {
        then(Communities.of(new double[3][3])).containsExactly(0, 1, 2);
    }

    @Test
    void ofNeurons_ofTheWorm_areAFewLargeGroups() {
        Connectome worm = WormConnectome.hermaphrodite();

        int[] groups = Communities.ofNeurons(worm);

        then(groups).hasSize(302).isEqualTo(Communities.ofNeurons(worm));
        long large = IntStream.rangeClosed(0, Arrays.stream(groups).max().orElseThrow())
                .filter(group -> Arrays.stream(groups).filter(g -> g == group).count() > 10)
                .count();
        then(large).isBetween(3L, 10L);
    }
}
