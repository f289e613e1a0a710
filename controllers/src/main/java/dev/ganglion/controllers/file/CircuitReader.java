package dev.ganglion.controllers.file;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModel;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.environments.signal.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a circuit and checks it, so that what is wrong is named with its line. */
final class CircuitReader {
    private static final String MODELS = "models";
    private static final String PLASTICITY = "plasticity";

    private final Map<String, Receiver> models = new LinkedHashMap<>();
    private final Map<String, SynapseModel> plasticities = new LinkedHashMap<>();
    private final Set<String> neurons = new LinkedHashSet<>();
    private final Set<String> weights = new LinkedHashSet<>();

    private CircuitReader() {}

    static Circuit circuit(YamlNode root) {
        return new CircuitReader().read(root);
    }

    private Circuit read(YamlNode root) {
        root.allowing(List.of("circuit", "dynamics", MODELS, PLASTICITY, "neurons", "weights", "synapses", "outputs"));
        root.find(MODELS)
                .ifPresent(
                        all -> all.entries().forEach((name, node) -> models.put(name, ModelForms.neuronModel(node))));
        root.find(PLASTICITY)
                .ifPresent(all ->
                        all.entries().forEach((name, node) -> plasticities.put(name, ModelForms.synapseModel(node))));
        List<Neuron> cells = all(root.get("neurons"), this::neuron);
        List<WeightGroup> groups = all(root.get("weights"), this::weight);
        List<Synapse> synapses = all(root.get("synapses"), this::synapse);
        List<OutputPort> outputs = all(root.get("outputs"), this::output);
        try {
            return new Circuit(
                    root.get("circuit").text(),
                    cells,
                    synapses,
                    groups,
                    outputs,
                    root.find("dynamics").map(CircuitReader::dynamics));
        } catch (IllegalArgumentException e) {
            throw root.error(e);
        }
    }

    /** Each element of a list, with its line on whatever is wrong with it. */
    private static <T> List<T> all(YamlNode list, Function<YamlNode, T> reader) {
        List<T> parts = new ArrayList<>();
        for (YamlNode node : list.items()) {
            try {
                parts.add(reader.apply(node));
            } catch (IllegalArgumentException e) {
                throw node.error(e);
            }
        }
        return parts;
    }

    private static Dynamics dynamics(YamlNode node) {
        node.allowing(List.of("inner-steps", "control-period"));
        try {
            return new Dynamics(
                    node.get("inner-steps").whole(), node.get("control-period").number());
        } catch (IllegalArgumentException e) {
            throw node.error(e);
        }
    }

    private Neuron neuron(YamlNode node) {
        node.allowing(List.of("name", "class", "model", "position", "side"));
        String name = declared(node.get("name"), neurons, "neuron");
        return new Neuron(
                name,
                node.find("class").map(YamlNode::text).orElse(name),
                model(node.get("model")),
                node.find("position").map(YamlNode::number).orElse(Double.NaN),
                node.find("side").map(side -> side.choice(Side.class)).orElse(Side.NONE));
    }

    private NeuronModel model(YamlNode node) {
        if (node.isMapping()) {
            return node.find("kind").isPresent() ? ModelForms.neuronModel(node) : SourceForms.source(node);
        }
        String name = node.text();
        Receiver model = models.get(name);
        if (model != null) {
            return model;
        }
        List<String> known = Stream.concat(models.keySet().stream(), NeuronModels.names().stream())
                .distinct()
                .toList();
        if (!known.contains(name)) {
            throw node.error("there is no model '" + name + "'" + Suggestion.clause(name, known));
        }
        return NeuronModels.named(name);
    }

    private WeightGroup weight(YamlNode node) {
        node.allowing(List.of("name", "sign", "initial", "kept", "learned"));
        return new WeightGroup(
                declared(node.get("name"), weights, "weight"),
                node.get("sign").choice(Sign.class),
                ValueForms.initial(node.get("initial")),
                node.find("kept")
                        .map(kept -> kept.choice(Parametrisation.class))
                        .orElse(Parametrisation.EXPONENTIAL),
                node.find("learned")
                                .map(learned -> learned.choice(Answer.class))
                                .orElse(Answer.YES)
                        == Answer.YES);
    }

    private Synapse synapse(YamlNode node) {
        node.allowing(List.of("from", "to", "weight", "gain", "kind", PLASTICITY));
        return new Synapse(
                known(node.get("from"), neurons, "neuron"),
                known(node.get("to"), neurons, "neuron"),
                node.find("kind").map(kind -> kind.choice(SynapseKind.class)).orElse(SynapseKind.CHEMICAL),
                known(node.get("weight"), weights, "weight"),
                node.find("gain").map(YamlNode::number).orElse(1.0),
                node.find(PLASTICITY).map(this::plasticity).orElseGet(SynapseModel.Static::new));
    }

    private SynapseModel plasticity(YamlNode node) {
        SynapseModel model = plasticities.get(known(node, plasticities.keySet(), PLASTICITY));
        return model == null ? new SynapseModel.Static() : model;
    }

    private OutputPort output(YamlNode node) {
        node.allowing(List.of("signal", "component", "terms"));
        List<OutputPort.Term> terms = new ArrayList<>();
        node.get("terms").entries().forEach((neuron, coefficient) -> {
            if (!neurons.contains(neuron)) {
                throw coefficient.error("there is no neuron '" + neuron + "'" + Suggestion.clause(neuron, neurons));
            }
            terms.add(new OutputPort.Term(neuron, coefficient.number()));
        });
        return new OutputPort(
                node.get("signal").text(),
                node.find("component").map(YamlNode::whole).orElse(0),
                terms);
    }

    private static String declared(YamlNode node, Set<String> seen, String what) {
        if (!seen.add(node.text())) {
            throw node.error("the " + what + " '" + node.text() + "' is there twice");
        }
        return node.text();
    }

    private static String known(YamlNode node, Set<String> names, String what) {
        if (!names.contains(node.text())) {
            throw node.error("there is no " + what + " '" + node.text() + "'" + Suggestion.clause(node.text(), names));
        }
        return node.text();
    }
}
