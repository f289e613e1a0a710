package dev.ganglion.controllers.file;

import dev.ganglion.controllers.circuit.Bursting;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Models of neurons and synapses as they stand in a file. */
final class ModelForms {
    private static final String KIND = "kind";
    private static final String GRADIENT = "gradient";
    private static final String STP = "stp";

    private ModelForms() {}

    /** The name of a neuron model's kind, such as {@code ctrnn}. */
    static String kind(Receiver model) {
        return NeuronModels.names().stream()
                .filter(name -> NeuronModels.named(name).getClass() == model.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(model + " has no name in files"));
    }

    /** {@code {kind: ctrnn, time-constant: 0.05, …}}, every constant written out. */
    static String written(Receiver model) {
        FlowText text = new FlowText().with(KIND, FlowText.text(kind(model)));
        if (model instanceof Memoryless.Graded graded) {
            text.with(GRADIENT, YamlNode.word(graded.gradient()));
        }
        if (model instanceof Bursting bursting) {
            text.with(GRADIENT, YamlNode.word(bursting.gradient()));
        }
        for (Constant.Named constant : model.constants()) {
            text.with(constant.name(), ValueForms.written(constant.value()));
        }
        return text.toString();
    }

    /** A neuron model; constants that are left out are the usual ones. */
    static Receiver neuronModel(YamlNode node) {
        YamlNode kind = node.get(KIND);
        Receiver usual;
        try {
            usual = NeuronModels.named(kind.text());
        } catch (IllegalArgumentException e) {
            throw kind.error(e);
        }
        if (usual instanceof Memoryless.Graded) {
            node.allowing(List.of(KIND, GRADIENT));
            return node.find(GRADIENT)
                    .<Receiver>map(gradient -> new Memoryless.Graded(gradient.choice(SaturationGradient.class)))
                    .orElse(usual);
        }
        if (usual instanceof Bursting bursting) {
            Bursting.Gradient gradient = node.find(GRADIENT)
                    .map(word -> word.choice(Bursting.Gradient.class))
                    .orElse(bursting.gradient());
            return withConstants(node, bursting.withGradient(gradient), GRADIENT);
        }
        return withConstants(node, usual);
    }

    private static Receiver withConstants(YamlNode node, Receiver usual, String... others) {
        List<String> names =
                usual.constants().stream().map(Constant.Named::name).toList();
        node.allowing(Stream.of(Stream.of(KIND), Stream.of(others), names.stream())
                .flatMap(keys -> keys)
                .toList());
        Map<String, Constant> given = new HashMap<>();
        for (String name : names) {
            node.find(name).ifPresent(value -> given.put(name, ValueForms.constant(value)));
        }
        List<Constant> values = new ArrayList<>();
        for (Constant.Named constant : usual.constants()) {
            values.add(given.getOrDefault(constant.name(), constant.value()));
        }
        try {
            Iterator<Constant> next = values.iterator();
            return usual.withConstants(constant -> Objects.requireNonNull(next.next()));
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }

    /** {@code {kind: stp, retention: …, plasticity: …, limit: 1, normalised: no}}. */
    static String written(SynapseModel.ShortTerm model) {
        FlowText text = new FlowText()
                .with(KIND, STP)
                .with(SynapseModel.ShortTerm.RETENTION, ValueForms.written(model.retention()))
                .with(SynapseModel.ShortTerm.PLASTICITY, ValueForms.written(model.plasticity()));
        if (Double.isFinite(model.limit())) {
            text.with("limit", FlowText.number(model.limit()));
        }
        return text.with("normalised", FlowText.text(YamlNode.word(Answer.of(model.isNormalised()))))
                .toString();
    }

    static SynapseModel synapseModel(YamlNode node) {
        YamlNode kind = node.get(KIND);
        if (!kind.text().equals(STP)) {
            throw kind.error("there is no plasticity '" + kind.text() + "'; there is " + STP);
        }
        node.allowing(List.of(
                KIND, SynapseModel.ShortTerm.RETENTION, SynapseModel.ShortTerm.PLASTICITY, "limit", "normalised"));
        SynapseModel.ShortTerm usual = SynapseModel.ShortTerm.learned();
        try {
            return new SynapseModel.ShortTerm(
                    node.find(SynapseModel.ShortTerm.RETENTION)
                            .map(ValueForms::constant)
                            .orElse(usual.retention()),
                    node.find(SynapseModel.ShortTerm.PLASTICITY)
                            .map(ValueForms::constant)
                            .orElse(usual.plasticity()),
                    node.find("limit").map(YamlNode::number).orElse(Double.POSITIVE_INFINITY),
                    node.find("normalised")
                            .map(value -> value.choice(Answer.class) == Answer.YES)
                            .orElse(usual.isNormalised()));
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }
}
