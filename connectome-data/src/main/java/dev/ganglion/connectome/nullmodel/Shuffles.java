package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The null models that deal connections, weights or signs anew. */
final class Shuffles {
    private Shuffles() {}

    /** Weights are dealt anew among the connections of the same sign; gap junctions swap their listings. */
    static List<Bond> weights(Draw draw) {
        List<Bond> dealt = new ArrayList<>();
        Map<Sign, List<Bond>> bySign = draw.bonds().stream()
                .collect(Collectors.groupingBy(draw::sign, LinkedHashMap::new, Collectors.toList()));
        for (List<Bond> bonds : bySign.values()) {
            List<Bond> givers = draw.shuffled(bonds);
            for (int i = 0; i < bonds.size(); i++) {
                dealt.add(withWeightOf(bonds.get(i), givers.get(i)));
            }
        }
        return dealt;
    }

    private static Bond withWeightOf(Bond bond, Bond giver) {
        return bond.isDirected()
                ? with(
                        bond,
                        bond.listings()
                                .get(0)
                                .withWeight(giver.listings().get(0).weight()))
                : giver.between(bond.from(), bond.to());
    }

    /** Signs are dealt anew among all connections. */
    static List<Bond> signs(Draw draw) {
        if (draw.block() == Block.ELECTRICAL) {
            return draw.bonds();
        }
        List<Bond> givers = draw.shuffled(draw.bonds());
        List<Bond> dealt = new ArrayList<>();
        for (int i = 0; i < givers.size(); i++) {
            Synapse synapse = draw.bonds().get(i).listings().get(0);
            dealt.add(with(
                    draw.bonds().get(i),
                    synapse.withSigns(givers.get(i).listings().get(0).signs())));
        }
        return dealt;
    }

    /** The connections fall anywhere, each with its weight and sign. */
    static List<Bond> places(Draw draw) {
        List<List<String>> pairs = draw.randomPairs();
        List<Bond> placed = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            placed.add(draw.bonds()
                    .get(i)
                    .between(pairs.get(i).get(0), pairs.get(i).get(1)));
        }
        return placed;
    }

    /** The connections fall anywhere, each with its weight; the sign is tossed. */
    static List<Bond> placesAndTossedSigns(Draw draw) {
        if (draw.block() == Block.ELECTRICAL) {
            return places(draw);
        }
        return places(draw).stream()
                .map(bond -> with(
                        bond,
                        bond.listings()
                                .get(0)
                                .withSigns(Map.of(
                                        SignRule.STATED,
                                        draw.random().nextBoolean() ? Sign.EXCITATORY : Sign.INHIBITORY))))
                .toList();
    }

    /** Every pair is joined with the same weight; signs keep their shares. Gap junctions stay. */
    static List<Bond> everywhere(Draw draw) {
        if (draw.block() == Block.ELECTRICAL) {
            return draw.bonds();
        }
        List<Bond> bySign =
                draw.bonds().stream().sorted(Comparator.comparing(draw::sign)).toList();
        int places = Math.toIntExact(draw.places());
        double total = draw.bonds().stream()
                .mapToDouble(bond -> bond.listings().get(0).weight())
                .sum();
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            order.add(place);
        }
        List<Bond> all = new ArrayList<>();
        for (int place : draw.shuffled(order)) {
            List<String> pair = draw.pairAt(all.size());
            Bond model = bySign.get((int) ((long) place * bySign.size() / places));
            Bond moved = model.between(pair.get(0), pair.get(1));
            all.add(with(moved, moved.listings().get(0).withWeight(total / places)));
        }
        return all;
    }

    private static Bond with(Bond bond, Synapse synapse) {
        return new Bond(bond.from(), bond.to(), List.of(synapse));
    }
}
