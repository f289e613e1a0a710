package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.Synapse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The connections of one block, ready to be randomised.
 *
 * @param block the block
 * @param bonds its connections, in order; at least one
 * @param sources cells from which its connections may lead
 * @param targets cells to which they may lead
 * @param reading how signs are read
 * @param random where chance comes from
 */
record Draw(
        Block block,
        List<Bond> bonds,
        List<String> sources,
        List<String> targets,
        SignReading reading,
        RandomGenerator random) {
    static Draw of(Connectome connectome, Block block, SignReading reading, RandomGenerator random) {
        Set<String> neurons = connectome.neuronsByName().keySet();
        Map<List<String>, List<Synapse>> listings = connectome.synapses().stream()
                .filter(synapse -> block.has(synapse, neurons))
                .collect(Collectors.groupingBy(
                        synapse -> Bond.pair(synapse.pre(), synapse.post(), synapse.isChemical()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Bond> bonds = listings.entrySet().stream()
                .map(pair -> new Bond(pair.getKey().get(0), pair.getKey().get(1), pair.getValue()))
                .toList();
        List<String> all = connectome.neurons().stream().map(Neuron::name).toList();
        boolean ontoMuscle = block == Block.NEUROMUSCULAR;
        Set<String> motor = bonds.stream().map(Bond::from).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Draw(
                block,
                bonds,
                ontoMuscle ? List.copyOf(motor) : all,
                ontoMuscle ? connectome.muscles().stream().map(Muscle::name).toList() : all,
                reading,
                random);
    }

    Sign sign(Bond bond) {
        return bond.listings().get(0).sign(reading);
    }

    /** How many connections there could be between different cells. */
    long places() {
        long sourceCount = sources.size();
        return switch (block) {
            case CHEMICAL -> sourceCount * (sourceCount - 1);
            case ELECTRICAL -> sourceCount * (sourceCount - 1) / 2;
            case NEUROMUSCULAR -> sourceCount * targets.size();
        };
    }

    /** The cells of a place, numbered from 0. */
    List<String> pairAt(long place) {
        int width = block == Block.NEUROMUSCULAR ? targets.size() : sources.size() - 1;
        if (block != Block.ELECTRICAL) {
            int from = (int) (place / width);
            int to = (int) (place % width);
            boolean skipsItself = block == Block.CHEMICAL && to >= from;
            return List.of(sources.get(from), targets.get(skipsItself ? to + 1 : to));
        }
        int from = 0;
        long left = place;
        while (left >= width - from) {
            left -= width - from;
            from++;
        }
        return List.of(sources.get(from), sources.get(from + 1 + (int) left));
    }

    /** As many different places as there are connections, each set of places as likely as any other (Floyd 1987). */
    List<List<String>> randomPairs() {
        Set<Long> chosen = new LinkedHashSet<>();
        for (long last = places() - bonds.size(); last < places(); last++) {
            long place = random.nextLong(last + 1);
            chosen.add(chosen.contains(place) ? last : place);
        }
        return shuffled(chosen.stream().map(this::pairAt).toList());
    }

    /** The same items in random order, each order as likely as any other. */
    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
