package dev.ganglion.experiments.ablation;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between two circuits, in sentences. */
public final class CircuitChange {
    private static final int MOST_NAMES = 6;

    private final List<String> sentences = new ArrayList<>();

    private CircuitChange() {}

    /** The differences from one circuit to another; none if they are alike. */
    public static List<String> between(Circuit before, Circuit after) {
        CircuitChange change = new CircuitChange();
        change.neurons(byName(before.neurons(), Neuron::name), byName(after.neurons(), Neuron::name));
        change.synapses(byName(before.synapses(), CircuitChange::ends), byName(after.synapses(), CircuitChange::ends));
        change.weights(byName(before.groups(), WeightGroup::name), byName(after.groups(), WeightGroup::name));
        before.dynamics()
                .filter(time -> !after.dynamics().equals(before.dynamics()))
                .ifPresent(time -> change.sentences.add("inner steps: " + time.innerSteps() + " before"));
        after.dynamics()
                .filter(time -> !after.dynamics().equals(before.dynamics()))
                .ifPresent(time -> change.sentences.add("inner steps: " + time.innerSteps() + " now"));
        return List.copyOf(change.sentences);
    }

    private void neurons(Map<String, Neuron> before, Map<String, Neuron> after) {
        say("neurons cut out", missing(before, after));
        say(
                "neurons with another model",
                differing(before, after, (a, b) -> a.model().equals(b.model())));
    }

    private void synapses(Map<String, Synapse> before, Map<String, Synapse> after) {
        say("synapses gone", missing(before, after));
        say("synapses new", missing(after, before));
        say("synapses with another gain", differing(before, after, (a, b) -> a.gain() == b.gain()));
        say(
                "synapses with another weight",
                differing(before, after, (a, b) -> a.group().equals(b.group())));
        say(
                "synapses with another model",
                differing(before, after, (a, b) -> a.model().equals(b.model())));
    }

    private void weights(Map<String, WeightGroup> before, Map<String, WeightGroup> after) {
        say("weights gone", missing(before, after));
        say("weights new", missing(after, before));
        List<String> changed = differing(before, after, WeightGroup::equals);
        say(
                "weights changed",
                changed.stream()
                        .map(name -> name + " from " + text(before.get(name)) + " to " + text(after.get(name)))
                        .toList());
    }

    private void say(String what, List<String> names) {
        if (!names.isEmpty()) {
            String rest = names.size() > MOST_NAMES ? ", …" : "";
            sentences.add(names.size() + " " + what + ": "
                    + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + rest);
        }
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(name.apply(part), part));
        return byName;
    }

    private static <T> List<String> missing(Map<String, T> from, Map<String, T> in) {
        return from.keySet().stream().filter(name -> !in.containsKey(name)).toList();
    }

    private static <T> List<String> differing(Map<String, T> before, Map<String, T> after, BiPredicate<T, T> alike) {
        List<String> names = new ArrayList<>();
        before.forEach((name, part) -> {
            T now = after.get(name);
            if (now != null && !alike.test(part, now)) {
                names.add(name);
            }
        });
        return names;
    }

    private static String ends(Synapse synapse) {
        return synapse.pre() + (synapse.kind() == SynapseKind.CHEMICAL ? ">" : "--") + synapse.post();
    }

    private static String text(@Nullable WeightGroup group) {
        if (group == null) {
            return "nothing";
        }
        return group.sign().name().toLowerCase(Locale.ROOT) + " " + text(group.initial());
    }

    private static String text(InitialValue value) {
        if (value instanceof InitialValue.Fixed fixed) {
            return Double.toString(fixed.value());
        }
        if (value instanceof InitialValue.Uniform uniform) {
            return uniform.low() + ".." + uniform.high();
        }
        return "±" + ((InitialValue.EitherSign) value).magnitude();
    }
}
