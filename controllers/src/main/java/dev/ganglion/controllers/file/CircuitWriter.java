package dev.ganglion.controllers.file;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.signal.Side;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Writes a circuit, each part of it on a line. */
final class CircuitWriter {
    private final Circuit circuit;
    private final Map<Receiver, String> models = new LinkedHashMap<>();
    private final Map<SynapseModel, String> plasticities = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    CircuitWriter(Circuit circuit) {
        this.circuit = circuit;
        for (Neuron neuron : circuit.neurons()) {
            if (neuron.model() instanceof Receiver model) {
                name(models, model, ModelForms.kind(model));
            }
        }
        for (Synapse synapse : circuit.synapses()) {
            if (!(synapse.model() instanceof SynapseModel.Static)) {
                name(plasticities, synapse.model(), ModelForms.kind(synapse.model()));
            }
        }
    }

    /** Names each different model by its kind, and those that share a kind by a number too. */
    private static <M> void name(Map<M, String> names, M model, String kind) {
        if (!names.containsKey(model)) {
            long others = names.values().stream()
                    .filter(name -> name.matches(kind + "(-[0-9]+)?"))
                    .count();
            names.put(model, others == 0 ? kind : kind + "-" + (others + 1));
        }
    }

    String text() {
        text.append("circuit: ").append(FlowText.text(circuit.name())).append('\n');
        circuit.dynamics()
                .ifPresent(dynamics -> text.append("dynamics: ")
                        .append(new FlowText()
                                .with("inner-steps", Integer.toString(dynamics.innerSteps()))
                                .with("control-period", FlowText.number(dynamics.controlPeriodSeconds())))
                        .append('\n'));
        mapping("models", models, ModelForms::written);
        mapping("plasticity", plasticities, ModelForms::written);
        list("neurons", circuit.neurons(), this::written);
        list("weights", circuit.groups(), CircuitWriter::written);
        list("synapses", circuit.synapses(), this::written);
        list("outputs", circuit.outputs(), CircuitWriter::written);
        return text.toString();
    }

    private <M> void mapping(String key, Map<M, String> names, Function<M, String> written) {
        if (!names.isEmpty()) {
            text.append(key).append(":\n");
            names.forEach((model, name) -> text.append("  ")
                    .append(name)
                    .append(": ")
                    .append(written.apply(model))
                    .append('\n'));
        }
    }

    private <T> void list(String key, List<T> parts, Function<T, String> written) {
        text.append(key).append(parts.isEmpty() ? ": []\n" : ":\n");
        parts.forEach(part -> text.append("  - ").append(written.apply(part)).append('\n'));
    }

    private String written(Neuron neuron) {
        String model = neuron.model() instanceof Source source
                ? SourceForms.written(source)
                : Objects.requireNonNull(models.get((Receiver) neuron.model()));
        FlowText line = new FlowText()
                .with("name", FlowText.text(neuron.name()))
                .with("class", FlowText.text(neuron.cellClass()))
                .with("model", model);
        if (!Double.isNaN(neuron.position())) {
            line.with("position", FlowText.number(neuron.position()));
        }
        return line.with("side", YamlNode.word(neuron.side()), YamlNode.word(Side.NONE))
                .toString();
    }

    private static String written(WeightGroup group) {
        return new FlowText()
                .with("name", FlowText.text(group.name()))
                .with("sign", YamlNode.word(group.sign()))
                .with("initial", ValueForms.written(group.initial()))
                .with("kept", YamlNode.word(group.parametrisation()))
                .with(
                        "learned",
                        FlowText.text(YamlNode.word(Answer.of(group.isLearned()))),
                        FlowText.text(YamlNode.word(Answer.YES)))
                .toString();
    }

    private String written(Synapse synapse) {
        FlowText line = new FlowText()
                .with("from", FlowText.text(synapse.pre()))
                .with("to", FlowText.text(synapse.post()))
                .with("weight", FlowText.text(synapse.group()))
                .with("gain", FlowText.number(synapse.gain()), "1")
                .with("kind", YamlNode.word(synapse.kind()), YamlNode.word(SynapseKind.CHEMICAL));
        if (!(synapse.model() instanceof SynapseModel.Static)) {
            line.with("plasticity", Objects.requireNonNull(plasticities.get(synapse.model())));
        }
        return line.toString();
    }

    private static String written(OutputPort port) {
        FlowText terms = new FlowText();
        Set<String> seen = new HashSet<>();
        for (OutputPort.Term term : port.terms()) {
            if (!seen.add(term.neuron())) {
                throw new IllegalArgumentException(
                        "The output port " + port.signal() + " has two terms of " + term.neuron());
            }
            terms.with(term.neuron(), FlowText.number(term.coefficient()));
        }
        return new FlowText()
                .with("signal", FlowText.text(port.signal()))
                .with("component", Integer.toString(port.component()), "0")
                .with("terms", terms.toString())
                .toString();
    }
}
