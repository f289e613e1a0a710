package dev.ganglion.controllers.circuit;

import dev.ganglion.connectome.SynapseKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A circuit with dynamics computed neuron by neuron and synapse by synapse, straight from the equations, in double
 * precision: slow, plain, and with nothing in common with the translation.
 */
public final class DynamicEvaluator {
    private final Circuit circuit;
    private final Map<String, Double> weights;
    private final BiFunction<Neuron, String, Double> constants;
    private final BiFunction<Synapse, String, Double> synapseConstants;
    private final Map<String, Map<String, Double>> variables = new LinkedHashMap<>();
    private final Map<Synapse, Double> fast = new HashMap<>();
    private Map<String, Double> activity = new HashMap<>();

    /**
     * At the beginning of an episode.
     *
     * @param initial value of a variable at the beginning, by its name in the state, such as {@code voltage/DB3}
     * @param weights effective weights by group
     * @param constants value of a neuron's constant
     * @param synapseConstants value of a synapse's constant
     */
    public DynamicEvaluator(
            Circuit circuit,
            ToDoubleFunction<String> initial,
            Map<String, Double> weights,
            BiFunction<Neuron, String, Double> constants,
            BiFunction<Synapse, String, Double> synapseConstants) {
        this.circuit = circuit;
        this.weights = weights;
        this.constants = constants;
        this.synapseConstants = synapseConstants;
        for (Neuron neuron : circuit.neuronsOf(Receiver.class)) {
            Map<String, Double> own = new HashMap<>();
            ((Receiver) neuron.model())
                    .variables()
                    .forEach(one -> own.put(one.name(), initial.applyAsDouble(one.name() + "/" + neuron.name())));
            variables.put(neuron.name(), own);
        }
        circuit.synapses().forEach(synapse -> fast.put(synapse, 0.0));
    }

    /** The value of a constant that is not learned. */
    public static double fixed(List<Constant.Named> constants, String name) {
        return constants.stream()
                .filter(constant -> constant.name().equals(name))
                .mapToDouble(constant -> ((Constant.Fixed) constant.value()).value())
                .findFirst()
                .orElseThrow();
    }

    /** A neuron's variable. */
    public double variable(String neuron, String name) {
        return get(Objects.requireNonNull(variables.get(neuron)), name);
    }

    /** A synapse's fast weight. */
    public double efficacy(Synapse synapse) {
        return Objects.requireNonNull(fast.get(synapse));
    }

    /** What a neuron does. */
    public double activity(String neuron) {
        return get(activity, neuron);
    }

    /**
     * One control step.
     *
     * @param sources activity of each source
     * @return the commands by signal
     */
    public Map<String, Double> step(ToDoubleFunction<Neuron> sources) {
        Dynamics dynamics = circuit.dynamics().orElseThrow();
        for (Neuron neuron : circuit.neurons()) {
            activity.put(
                    neuron.name(), neuron.model() instanceof Source ? sources.applyAsDouble(neuron) : send(neuron));
        }
        for (int step = 0; step < dynamics.innerSteps(); step++) {
            inner(dynamics.stepSeconds());
        }
        Map<String, Double> commands = new HashMap<>();
        for (OutputPort port : circuit.outputs()) {
            commands.put(
                    port.signal(),
                    port.terms().stream()
                            .mapToDouble(term -> term.coefficient() * activity(term.neuron()))
                            .sum());
        }
        return commands;
    }

    private void inner(double seconds) {
        Map<String, Map<String, Double>> next = new HashMap<>();
        for (Neuron neuron : circuit.neuronsOf(Receiver.class)) {
            next.put(neuron.name(), moved(neuron, seconds));
        }
        Map<String, Double> before = activity;
        Map<Synapse, Double> lengths = new HashMap<>();
        circuit.synapses().forEach(synapse -> lengths.put(synapse, length(synapse)));
        variables.putAll(next);
        activity = new HashMap<>(before);
        circuit.neuronsOf(Receiver.class).forEach(neuron -> activity.put(neuron.name(), send(neuron)));
        for (Synapse synapse : circuit.synapses()) {
            if (synapse.model() instanceof SynapseModel.ShortTerm model) {
                double learned =
                        synapseConstants.apply(synapse, "retention") * efficacy(synapse) / get(lengths, synapse)
                                + synapseConstants.apply(synapse, "plasticity")
                                        * activity(synapse.post())
                                        * get(before, synapse.pre());
                fast.put(synapse, Math.max(-model.limit(), Math.min(model.limit(), learned)));
            }
        }
    }

    private double weight(Synapse synapse) {
        return get(weights, synapse.group()) * synapse.gain();
    }

    private double length(Synapse synapse) {
        if (!(synapse.model() instanceof SynapseModel.ShortTerm model) || !model.isNormalised()) {
            return 1;
        }
        double squares = circuit.synapses().stream()
                .filter(other ->
                        other.post().equals(synapse.post()) && other.model().equals(model))
                .mapToDouble(other -> Math.pow(weight(other) + efficacy(other), 2))
                .sum();
        return Math.sqrt(squares + 1e-12);
    }

    private double send(Neuron neuron) {
        return equations(neuron).activity();
    }

    private NeuronEquations equations(Neuron neuron) {
        return new NeuronEquations(
                (Receiver) neuron.model(),
                name -> variable(neuron.name(), name),
                name -> constants.apply(neuron, name));
    }

    private Map<String, Double> moved(Neuron neuron, double seconds) {
        double input = 0;
        double magnitude = 0;
        double inflow = 0;
        double junctions = 0;
        for (Synapse synapse : circuit.synapses()) {
            if (synapse.kind() == SynapseKind.CHEMICAL && synapse.post().equals(neuron.name())) {
                double acting = (weight(synapse) + efficacy(synapse)) / length(synapse) * activity(synapse.pre());
                input += acting;
                magnitude += Math.abs(acting);
            }
            if (synapse.kind() == SynapseKind.ELECTRICAL
                    && (synapse.pre().equals(neuron.name()) || synapse.post().equals(neuron.name()))) {
                String other = synapse.pre().equals(neuron.name()) ? synapse.post() : synapse.pre();
                double conductance =
                        weight(synapse) * Math.min(share(synapse.pre(), seconds), share(synapse.post(), seconds));
                inflow += conductance * voltage(other);
                junctions += conductance;
            }
        }
        return equations(neuron).moved(input, magnitude, inflow, junctions, seconds);
    }

    /** What is left of a neuron's conductances when they are cut to what a step can carry. */
    private double share(String name, double seconds) {
        Neuron neuron = neuron(name);
        if (neuron.model() instanceof Source) {
            return 1;
        }
        double sum = circuit.synapses().stream()
                .filter(synapse -> synapse.kind() == SynapseKind.ELECTRICAL)
                .filter(synapse -> synapse.pre().equals(name) || synapse.post().equals(name))
                .mapToDouble(this::weight)
                .sum();
        return Math.min(1, equations(neuron).conductanceLimit(seconds) / sum);
    }

    private Neuron neuron(String name) {
        return circuit.neurons().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double voltage(String name) {
        Neuron neuron = neuron(name);
        return neuron.model() instanceof Source
                ? activity(name)
                : equations(neuron).voltage();
    }

    private static <K> double get(Map<K, Double> values, K key) {
        return Objects.requireNonNull(values.get(key), key.toString());
    }
}
