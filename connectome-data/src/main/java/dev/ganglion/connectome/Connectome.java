package dev.ganglion.connectome;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A nervous system as data: its neurons, its muscles and who signals to whom.
 *
 * <p>Every name is unique; every synapse joins cells that are there; there is at most one synapse of a kind from one
 * cell to another; muscles are presynaptic only electrically, and never to themselves. A neuron may have a synapse
 * onto itself, since published tables hold such.
 *
 * @param name what it is a connectome of
 * @param neurons its nerve cells
 * @param muscles its muscle cells; may be empty
 * @param synapses its connections
 * @param provenance where the facts come from
 */
public record Connectome(
        String name, List<Neuron> neurons, List<Muscle> muscles, List<Synapse> synapses, Provenance provenance) {
    /** Copies the lists and checks what holds for every connectome. */
    public Connectome {
        neurons = List.copyOf(neurons);
        muscles = List.copyOf(muscles);
        synapses = List.copyOf(synapses);
        Set<String> neuronNames = new HashSet<>();
        neurons.forEach(neuron -> requireNew(neuronNames, neuron.name(), "cell"));
        Set<String> names = new HashSet<>(neuronNames);
        muscles.forEach(muscle -> requireNew(names, muscle.name(), "cell"));
        Set<String> pairs = new HashSet<>();
        for (Synapse synapse : synapses) {
            requireKnown(names, synapse.pre(), synapse);
            requireKnown(names, synapse.post(), synapse);
            requireNew(pairs, synapse.kind() + " " + synapse.pre() + " to " + synapse.post(), "synapse");
            boolean fromMuscle = !neuronNames.contains(synapse.pre());
            if (fromMuscle && (synapse.isChemical() || synapse.isLoop())) {
                throw new IllegalArgumentException(
                        "Muscle " + synapse.pre() + " cannot signal to " + synapse.post() + " by itself");
            }
        }
    }

    private static void requireNew(Set<String> seen, String key, String what) {
        if (!seen.add(key)) {
            throw new IllegalArgumentException("The " + what + " " + key + " is there twice");
        }
    }

    private static void requireKnown(Set<String> names, String name, Synapse synapse) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "The synapse " + synapse.pre() + " to " + synapse.post() + " names " + name + ", which is no cell");
        }
    }

    /** All cells, neurons first; a cell's place in this list is its number wherever a connectome becomes arrays. */
    public List<Cell> cells() {
        return Stream.<Cell>concat(neurons.stream(), muscles.stream()).toList();
    }

    /** The numbers of the cells, in the order of {@link #cells()}. */
    public CellIndex index() {
        return new CellIndex(cells());
    }

    /** The neurons by name, in order. */
    public Map<String, Neuron> neuronsByName() {
        Map<String, Neuron> byName = new LinkedHashMap<>();
        neurons.forEach(neuron -> byName.put(neuron.name(), neuron));
        return byName;
    }

    /** The muscles by name, in order. */
    public Map<String, Muscle> musclesByName() {
        Map<String, Muscle> byName = new LinkedHashMap<>();
        muscles.forEach(muscle -> byName.put(muscle.name(), muscle));
        return byName;
    }

    /** The chemical synapses, in order. */
    public List<Synapse> chemical() {
        return synapses.stream().filter(Synapse::isChemical).toList();
    }

    /** The electrical listings, in order; a pair seen from both sides is here twice. */
    public List<Synapse> electrical() {
        return synapses.stream().filter(synapse -> !synapse.isChemical()).toList();
    }

    /**
     * The pairs of different cells that gap junctions join, in the order of their first listing.
     *
     * <p>A pair listed from both sides has the mean of the two weights, a pair listed once that weight; the rule is
     * ours. A cell's junction with itself carries no current and is left out.
     */
    public List<GapJunction> gapJunctions() {
        CellIndex index = index();
        return electrical().stream()
                .filter(listing -> !listing.isLoop())
                .map(listing -> index.of(listing.pre()) < index.of(listing.post())
                        ? listing
                        : listing.between(listing.post(), listing.pre()))
                .collect(Collectors.groupingBy(
                        listing -> List.of(listing.pre(), listing.post()),
                        LinkedHashMap::new,
                        Collectors.averagingDouble(Synapse::weight)))
                .entrySet()
                .stream()
                .map(pair -> new GapJunction(pair.getKey().get(0), pair.getKey().get(1), pair.getValue()))
                .toList();
    }

    /**
     * The same connectome with the sign that {@link SignRule#TRANSMITTER} gives each chemical synapse; what the rule
     * leaves open has no entry.
     */
    public Connectome withSignsByTransmitter() {
        Map<String, Neuron> sources = neuronsByName();
        return withSynapses(synapses.stream()
                .map(synapse -> synapse.isChemical() ? byTransmitter(synapse, sources) : synapse)
                .toList());
    }

    private static Synapse byTransmitter(Synapse synapse, Map<String, Neuron> sources) {
        Map<SignRule, Sign> signs = new EnumMap<>(SignRule.class);
        signs.putAll(synapse.signs());
        signs.remove(SignRule.TRANSMITTER);
        Sign effect =
                Objects.requireNonNull(sources.get(synapse.pre())).transmitter().effect();
        if (effect.isDecided()) {
            signs.put(SignRule.TRANSMITTER, effect);
        }
        return synapse.withSigns(signs);
    }

    /** The same cells joined by other synapses. */
    public Connectome withSynapses(List<Synapse> newSynapses) {
        return new Connectome(name, neurons, muscles, newSynapses, provenance);
    }

    /** The same connectome under another name. */
    public Connectome named(String newName) {
        return new Connectome(newName, neurons, muscles, synapses, provenance);
    }

    /** The part made of the cells that are kept, with the synapses among them. */
    public Connectome restrictedTo(Predicate<Cell> kept) {
        Set<String> names = cells().stream().filter(kept).map(Cell::name).collect(Collectors.toSet());
        return new Connectome(
                name,
                neurons.stream().filter(neuron -> names.contains(neuron.name())).toList(),
                muscles.stream().filter(muscle -> names.contains(muscle.name())).toList(),
                synapses.stream()
                        .filter(synapse -> names.contains(synapse.pre()) && names.contains(synapse.post()))
                        .toList(),
                provenance);
    }
}
