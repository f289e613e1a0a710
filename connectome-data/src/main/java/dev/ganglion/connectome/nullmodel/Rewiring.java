package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.Sign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewiring by exchanging targets (Maslov and Sneppen 2002; Milo et al. 2003): A→B and C→D become A→D and C→B, unless
 * one of these is there already or joins a cell to itself, or the two have different signs. Weights and signs stay with
 * the source. An exchange that is refused counts as a step, without which the chain would favour some graphs.
 */
final class Rewiring {
    /** Tried exchanges per connection; Milo et al. 2003 find that far fewer than 100 mix well. */
    private static final int STEPS_PER_CONNECTION = 50;

    private final Draw draw;
    private final boolean directed;
    private final List<String> names = new ArrayList<>();
    private final int[] from;
    private final int[] to;
    private final Sign[] signs;
    private final boolean[] turned;
    private final Set<Long> taken = new HashSet<>();

    private Rewiring(Draw draw) {
        this.draw = draw;
        int bonds = draw.bonds().size();
        directed = draw.bonds().get(0).isDirected();
        from = new int[bonds];
        to = new int[bonds];
        signs = new Sign[bonds];
        turned = new boolean[bonds];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < bonds; i++) {
            Bond bond = draw.bonds().get(i);
            from[i] = number(bond.from(), numbers);
            to[i] = number(bond.to(), numbers);
            signs[i] = draw.sign(bond);
            taken.add(pair(from[i], to[i]));
        }
    }

    private int number(String name, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(name, unseen -> {
            names.add(unseen);
            return names.size() - 1;
        });
    }

    static List<Bond> rewired(Draw draw) {
        Rewiring rewiring = new Rewiring(draw);
        long steps = (long) STEPS_PER_CONNECTION * draw.bonds().size();
        for (long step = 0; step < steps; step++) {
            rewiring.step();
        }
        return rewiring.bonds();
    }

    private void step() {
        int a = draw.random().nextInt(from.length);
        int b = draw.random().nextInt(from.length);
        // A gap junction has no direction, so either of its ends may be the one that is exchanged.
        if (!directed && draw.random().nextBoolean()) {
            int end = from[b];
            from[b] = to[b];
            to[b] = end;
            turned[b] = !turned[b];
        }
        boolean loop = from[a] == to[b] || from[b] == to[a];
        long newA = pair(from[a], to[b]);
        long newB = pair(from[b], to[a]);
        if (signs[a] != signs[b] || loop || newA == newB || taken.contains(newA) || taken.contains(newB)) {
            return;
        }
        taken.remove(pair(from[a], to[a]));
        taken.remove(pair(from[b], to[b]));
        taken.add(newA);
        taken.add(newB);
        int target = to[a];
        to[a] = to[b];
        to[b] = target;
    }

    /** A number that is equal exactly for connections that cannot both be there. */
    private long pair(int source, int target) {
        boolean swap = !directed && target < source;
        return swap ? ((long) target << 32) | source : ((long) source << 32) | target;
    }

    private List<Bond> bonds() {
        List<Bond> bonds = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            Bond bond = draw.bonds().get(i);
            String newFrom = names.get(from[i]);
            String newTo = names.get(to[i]);
            bonds.add(turned[i] ? bond.between(newTo, newFrom) : bond.between(newFrom, newTo));
        }
        return bonds;
    }
}
