package dev.ganglion.connectome.graph;

import dev.ganglion.connectome.CellIndex;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.GapJunction;
import dev.ganglion.connectome.Synapse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Groups of nodes that are joined more among themselves than with others.
 *
 * <p>The method of Blondel et al. 2008, "Fast unfolding of communities in large networks": nodes move, one after the
 * other in their order, to the neighbouring group that raises modularity the most, until none moves; groups become
 * nodes, and so on until nothing changes. It finds a good division, not always the best one. Visiting nodes in their
 * order rather than at random, so that the same network always gives the same groups, is ours.
 */
public final class Communities {
    private static final double SMALLEST_GAIN = 1e-12;

    private Communities() {}

    /**
     * The communities of a connectome's neurons by the size of their contacts, chemical in either direction and
     * electrical.
     *
     * @return the group of each neuron in list order, numbered from 0 in the order of their first neurons
     */
    public static int[] ofNeurons(Connectome connectome) {
        CellIndex index = connectome.index();
        int neurons = connectome.neurons().size();
        double[][] weights = new double[neurons][neurons];
        for (Synapse synapse : connectome.chemical()) {
            add(weights, index.of(synapse.pre()), index.of(synapse.post()), synapse.weight());
        }
        for (GapJunction junction : connectome.gapJunctions()) {
            add(weights, index.of(junction.first()), index.of(junction.second()), junction.weight());
        }
        return of(weights);
    }

    private static void add(double[][] weights, int one, int other, double weight) {
        if (one < weights.length && other < weights.length && one != other) {
            weights[one][other] += weight;
            weights[other][one] += weight;
        }
    }

    /**
     * The communities of an undirected network.
     *
     * @param weights symmetric, at least 0; the diagonal is twice the weight of a node's loop
     * @return the group of each node, numbered from 0 in the order of their first nodes
     */
    public static int[] of(double[][] weights) {
        int[] groups = renumbered(moved(weights));
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        if (count == weights.length) {
            return groups;
        }
        int[] above = of(joined(weights, groups, count));
        return renumbered(Arrays.stream(groups).map(group -> above[group]).toArray());
    }

    /**
     * Modularity of a division (Newman 2006): the share of weight within groups, less what it would be by chance among
     * nodes of the same strengths. 0 for one group; at most 1.
     */
    public static double modularity(double[][] weights, int[] groups) {
        double[] strengths = strengths(weights);
        double total = Arrays.stream(strengths).sum();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum += groups[i] == groups[j] ? weights[i][j] - strengths[i] * strengths[j] / total : 0;
            }
        }
        return sum / total;
    }

    /** Every node in the group to which single moves bring it. */
    private static int[] moved(double[][] weights) {
        int nodes = weights.length;
        double[] strengths = strengths(weights);
        double total = Arrays.stream(strengths).sum();
        int[] groups = new int[nodes];
        Arrays.setAll(groups, node -> node);
        double[] groupStrengths = strengths.clone();
        boolean moving = total > 0;
        while (moving) {
            moving = false;
            for (int node = 0; node < nodes; node++) {
                int from = groups[node];
                groupStrengths[from] -= strengths[node];
                int to = best(weights[node], node, groups, groupStrengths, strengths[node] / total);
                groupStrengths[to] += strengths[node];
                groups[node] = to;
                moving |= to != from;
            }
        }
        return groups;
    }

    /** The group in which a node raises modularity the most; its own unless another is better. */
    private static int best(double[] row, int node, int[] groups, double[] groupStrengths, double share) {
        double[] links = new double[groups.length];
        for (int other = 0; other < row.length; other++) {
            if (other != node) {
                links[groups[other]] += row[other];
            }
        }
        int best = groups[node];
        double gain = links[best] - groupStrengths[best] * share;
        for (int group = 0; group < links.length; group++) {
            double candidate = links[group] - groupStrengths[group] * share;
            if (links[group] > 0 && candidate > gain + SMALLEST_GAIN) {
                best = group;
                gain = candidate;
            }
        }
        return best;
    }

    private static double[][] joined(double[][] weights, int[] groups, int count) {
        double[][] joined = new double[count][count];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                joined[groups[i]][groups[j]] += weights[i][j];
            }
        }
        return joined;
    }

    private static double[] strengths(double[][] weights) {
        return Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    private static int[] renumbered(int[] groups) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        return Arrays.stream(groups)
                .map(group -> numbers.computeIfAbsent(group, key -> numbers.size()))
                .toArray();
    }
}
