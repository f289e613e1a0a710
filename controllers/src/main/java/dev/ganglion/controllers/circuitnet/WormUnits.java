package dev.ganglion.controllers.circuitnet;

import dev.ganglion.connectome.CellIndex;
import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.GapJunction;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.graph.Communities;
import dev.ganglion.connectome.worm.WormConnectome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Circuit motif units of the worm: its neurons in groups, one unit for each, and ports where groups connect.
 *
 * <p>All of it is ours. Contacts count in the direction of their signal, electrical ones in both. Nearly all groups have
 * some contact with nearly all others; so one hears another if their contacts are larger than they would be by chance
 * among groups that signal to others and are signalled to by others as much. A unit always hears itself. A unit has as many model neurons as
 * the net is given, however many cells its group has.
 */
final class WormUnits {
    private WormUnits() {}

    /** The 13 classes of the locomotion circuit. */
    static UnitGraph.Wired classes() {
        Connectome circuit = WormConnectome.locomotion();
        List<String> names = List.copyOf(new LinkedHashSet<>(
                circuit.neurons().stream().map(Neuron::cellClass).toList()));
        int[] groups = circuit.neurons().stream()
                .mapToInt(neuron -> names.indexOf(neuron.cellClass()))
                .toArray();
        return wired(names, contacts(circuit, groups, names.size()));
    }

    /** The communities of all 302 neurons, without neurons that are a community by themselves. */
    static UnitGraph.Wired communities() {
        Connectome worm = WormConnectome.hermaphrodite();
        int[] all = Communities.ofNeurons(worm);
        int[] kept = IntStream.rangeClosed(0, Arrays.stream(all).max().orElse(0))
                .filter(group ->
                        Arrays.stream(all).filter(other -> other == group).count() > 1)
                .toArray();
        int[] groups = Arrays.stream(all)
                .map(group -> Arrays.binarySearch(kept, group))
                .toArray();
        List<String> names = new ArrayList<>();
        for (int community = 0; community < kept.length; community++) {
            names.add("community " + (community + 1));
        }
        return wired(names, contacts(worm, groups, kept.length));
    }

    /** Size of the contacts between groups, {@code [hearing][heard]}; cells whose group is negative do not count. */
    private static double[][] contacts(Connectome connectome, int[] groups, int count) {
        CellIndex index = connectome.index();
        double[][] contacts = new double[count][count];
        for (Synapse synapse : connectome.chemical()) {
            add(contacts, groups, index.of(synapse.post()), index.of(synapse.pre()), synapse.weight());
        }
        for (GapJunction junction : connectome.gapJunctions()) {
            int first = index.of(junction.first());
            int second = index.of(junction.second());
            add(contacts, groups, first, second, junction.weight());
            add(contacts, groups, second, first, junction.weight());
        }
        return contacts;
    }

    private static void add(double[][] contacts, int[] groups, int hearing, int heard, double weight) {
        boolean neurons = hearing < groups.length && heard < groups.length;
        if (neurons && groups[hearing] >= 0 && groups[heard] >= 0 && groups[hearing] != groups[heard]) {
            contacts[groups[hearing]][groups[heard]] += weight;
        }
    }

    private static double[][] byChance(double[][] contacts) {
        int count = contacts.length;
        double[] hearing = new double[count];
        double[] heard = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                hearing[i] += contacts[i][j];
                heard[j] += contacts[i][j];
            }
        }
        double total = Arrays.stream(hearing).sum();
        double[][] chance = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                chance[i][j] = hearing[i] * heard[j] / total;
            }
        }
        return chance;
    }

    private static UnitGraph.Wired wired(List<String> names, double[][] contacts) {
        double[][] chance = byChance(contacts);
        boolean[][] joined = new boolean[names.size()][names.size()];
        for (int i = 0; i < joined.length; i++) {
            for (int j = 0; j < joined.length; j++) {
                joined[i][j] = i == j || contacts[i][j] > chance[i][j];
            }
        }
        return new UnitGraph.Wired(names, joined);
    }
}
