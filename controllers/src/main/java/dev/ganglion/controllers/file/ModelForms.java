package dev.ganglion.controllers.file;

import dev.ganglion.controllers.circuit.Bursting;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.SaturationGradient;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.options.Suggestion;
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
    private static final String LIMIT = "limit";
    private static final String NORMALISED = "normalised";
    private static final String STEP_SIZE = "step-size";

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

    /** The name of a plastic synapse model's kind, such as {@code stp}. */
    static String kind(SynapseModel model) {
        return model instanceof SynapseModel.Plastic plastic ? plastic.rule().name() : STP;
    }

    /** {@code {kind: stp, retention: …, plasticity: …, limit: 1, normalised: no}}, or {@code {kind: hebb, …}}. */
    static String written(SynapseModel model) {
        FlowText text = new FlowText().with(KIND, FlowText.text(kind(model)));
        model.constants().forEach(constant -> text.with(constant.name(), ValueForms.written(constant.value())));
        if (model instanceof SynapseModel.Plastic plastic) {
            text.with(STEP_SIZE, FlowText.number(plastic.stepSize()));
        }
        double limit = model instanceof SynapseModel.Plastic plastic
                ? plastic.limit()
                : ((SynapseModel.ShortTerm) model).limit();
        if (Double.isFinite(limit)) {
            text.with(LIMIT, FlowText.number(limit));
        }
        return model instanceof SynapseModel.ShortTerm shortTerm
                ? text.with(NORMALISED, FlowText.text(YamlNode.word(Answer.of(shortTerm.isNormalised()))))
                        .toString()
                : text.toString();
    }

    static SynapseModel synapseModel(YamlNode node) {
        YamlNode kind = node.get(KIND);
        if (kind.text().equals(STP)) {
            return shortTerm(node);
        }
        if (!PlasticityRules.names().contains(kind.text())) {
            List<String> names = Stream.concat(Stream.of(STP), PlasticityRules.names().stream())
                    .toList();
            throw kind.error("there is no plasticity '" + kind.text() + "'" + Suggestion.clause(kind.text(), names));
        }
        SynapseModel.Plastic usual = SynapseModel.Plastic.learned(PlasticityRules.named(kind.text()));
        List<String> names =
                usual.constants().stream().map(Constant.Named::name).toList();
        node.allowing(
                Stream.concat(Stream.of(KIND, STEP_SIZE, LIMIT), names.stream()).toList());
        try {
            return new SynapseModel.Plastic(
                    usual.rule(),
                    usual.constants().stream()
                            .map(constant -> node.find(constant.name())
                                    .map(ValueForms::constant)
                                    .orElse(constant.value()))
                            .toList(),
                    node.find(STEP_SIZE).map(YamlNode::number).orElse(usual.stepSize()),
                    node.find(LIMIT).map(YamlNode::number).orElse(Double.POSITIVE_INFINITY));
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }

    private static SynapseModel shortTerm(YamlNode node) {
        node.allowing(
                List.of(KIND, SynapseModel.ShortTerm.RETENTION, SynapseModel.ShortTerm.PLASTICITY, LIMIT, NORMALISED));
        SynapseModel.ShortTerm usual = SynapseModel.ShortTerm.learned();
        try {
            return new SynapseModel.ShortTerm(
                    node.find(SynapseModel.ShortTerm.RETENTION)
                            .map(ValueForms::constant)
                            .orElse(usual.retention()),
                    node.find(SynapseModel.ShortTerm.PLASTICITY)
                            .map(ValueForms::constant)
                            .orElse(usual.plasticity()),
                    node.find(LIMIT).map(YamlNode::number).orElse(Double.POSITIVE_INFINITY),
                    node.find(NORMALISED)
                            .map(value -> value.choice(Answer.class) == Answer.YES)
                            .orElse(usual.isNormalised()));
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }
}
