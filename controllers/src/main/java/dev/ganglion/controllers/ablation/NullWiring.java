package dev.ganglion.controllers.ablation;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.connectome.nullmodel.NullModel;
import dev.ganglion.connectome.nullmodel.RadiusMatch;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A circuit whose wiring among its neurons is drawn from a null model, so that what the real wiring does better can be
 * put down to what the null model loses.
 *
 * <p>Sense organs, pacemakers and what neurons do to muscles stay: they are the circuit's join to the body. A
 * connection is as strong as its gain times the magnitude with which its weight begins, and has its weight's sign; what
 * is moved takes both along. The spectral radius of these signed weights is that of the original, so that topology
 * alone differs. Weights are shared as before: among connections of one kind and sign between two classes. Where
 * the original has none between them, a new weight begins as the original's weights of that kind do.
 */
final class NullWiring {
    private static final SignReading READING = SignReading.only(SignRule.STATED);

    private final Circuit circuit;
    private final Map<String, Neuron> inner = new LinkedHashMap<>();
    private final Map<String, WeightGroup> groups = new LinkedHashMap<>();
    private final Map<List<Object>, String> groupByClasses = new LinkedHashMap<>();
    private final Map<SynapseKind, WeightGroup> pattern = new LinkedHashMap<>();

    private NullWiring(Circuit circuit) {
        this.circuit = circuit;
        Set<String> muscles = Ablations.muscles(circuit);
        circuit.neurons().stream()
                .filter(neuron -> neuron.model() instanceof Receiver && !muscles.contains(neuron.name()))
                .forEach(neuron -> inner.put(neuron.name(), neuron));
        circuit.groups().forEach(group -> groups.put(group.name(), group));
        for (Synapse synapse : circuit.synapses()) {
            if (isInner(synapse)) {
                groupByClasses.putIfAbsent(
                        classes(synapse.pre(), synapse.post(), synapse.kind(), sign(synapse)), synapse.group());
                pattern.putIfAbsent(synapse.kind(), group(synapse.group()));
            }
        }
    }

    /** A draw from a null model. */
    static Ablation ablation(NullModel model, long seed) {
        return new Ablation(
                "null-model=" + model.id() + ",null-seed=" + seed,
                circuit -> new NullWiring(circuit).drawn(model, seed));
    }

    private Circuit drawn(NullModel model, long seed) {
        List<Synapse> real = circuit.synapses().stream().filter(this::isInner).toList();
        if (real.isEmpty()) {
            throw new InvalidInputException("The circuit " + circuit.name()
                    + " has no synapses among neurons that a null model could draw anew; leave out null-model");
        }
        Connectome original = new Connectome(
                circuit.name(),
                inner.keySet().stream()
                        .map(dev.ganglion.connectome.Neuron::named)
                        .toList(),
                List.of(),
                real.stream().map(this::fact).toList(),
                Provenance.NONE);
        Connectome drawn = RadiusMatch.rescaled(
                model.apply(
                        original,
                        dev.ganglion.connectome.nullmodel.Block.AMONG_NEURONS,
                        READING,
                        RandomStreams.named(seed, "null-model/" + model.id())),
                original,
                READING);
        List<Synapse> synapses = new ArrayList<>(
                circuit.synapses().stream().filter(synapse -> !isInner(synapse)).toList());
        drawn.synapses().forEach(fact -> synapses.add(synapse(fact, real.get(0))));
        Set<String> used = synapses.stream().map(Synapse::group).collect(Collectors.toCollection(HashSet::new));
        return circuit.withSynapses(
                synapses,
                groups.values().stream()
                        .filter(group -> used.contains(group.name()))
                        .toList());
    }

    private boolean isInner(Synapse synapse) {
        return inner.containsKey(synapse.pre()) && inner.containsKey(synapse.post());
    }

    private WeightGroup group(String name) {
        return Objects.requireNonNull(groups.get(name), name);
    }

    private Sign sign(Synapse synapse) {
        return group(synapse.group()).sign();
    }

    private dev.ganglion.connectome.Synapse fact(Synapse synapse) {
        double weight = Math.abs(synapse.gain()) * magnitude(group(synapse.group()));
        return synapse.kind() == SynapseKind.ELECTRICAL
                ? dev.ganglion.connectome.Synapse.electrical(synapse.pre(), synapse.post(), weight)
                : dev.ganglion.connectome.Synapse.chemical(synapse.pre(), synapse.post(), weight, sign(synapse));
    }

    private Synapse synapse(dev.ganglion.connectome.Synapse fact, Synapse like) {
        Sign sign = fact.isChemical() ? fact.sign(SignRule.STATED) : Sign.EXCITATORY;
        String name = groupByClasses.computeIfAbsent(
                classes(fact.pre(), fact.post(), fact.kind(), sign), key -> newGroup(fact, sign));
        double gain = fact.weight() / magnitude(group(name));
        Synapse synapse = new Synapse(fact.pre(), fact.post(), fact.kind(), name, gain);
        return fact.isChemical() ? synapse.withModel(like.model()) : synapse;
    }

    private String newGroup(dev.ganglion.connectome.Synapse fact, Sign sign) {
        String name = cellClass(fact.pre()) + (fact.isChemical() ? ">" : "--") + cellClass(fact.post());
        while (groups.containsKey(name)) {
            name += "/also";
        }
        WeightGroup like = Objects.requireNonNull(pattern.get(fact.kind()), "Nothing is made of another kind");
        double magnitude = magnitude(like);
        groups.put(
                name,
                sign.isDecided()
                        ? new WeightGroup(
                                name, sign, new InitialValue.Fixed(sign.value() * magnitude), like.parametrisation())
                        : new WeightGroup(name, Sign.UNKNOWN, new InitialValue.Fixed(magnitude), like.parametrisation())
                                .withoutSign());
        return name;
    }

    private List<Object> classes(String pre, String post, SynapseKind kind, Sign sign) {
        String one = cellClass(pre);
        String other = cellClass(post);
        boolean isSorted = kind == SynapseKind.CHEMICAL || one.compareTo(other) <= 0;
        return List.of(isSorted ? one : other, isSorted ? other : one, kind, sign);
    }

    private String cellClass(String neuron) {
        return Objects.requireNonNull(inner.get(neuron), neuron).cellClass();
    }

    /** The size with which a weight begins; the middle of an interval's, or half of its bound. */
    private static double magnitude(WeightGroup group) {
        if (group.initial() instanceof InitialValue.Fixed fixed) {
            return Math.abs(fixed.value());
        }
        if (group.initial() instanceof InitialValue.EitherSign either) {
            return either.magnitude();
        }
        InitialValue.Uniform uniform = (InitialValue.Uniform) group.initial();
        return Math.max(Math.abs(uniform.low()), Math.abs(uniform.high())) / 2;
    }
}
