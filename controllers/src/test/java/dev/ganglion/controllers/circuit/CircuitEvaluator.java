package dev.ganglion.controllers.circuit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A circuit's commands computed neuron by neuron, each asking its inputs, in double precision: slow, plain, and with
 * nothing in common with the translation.
 *
 * @param circuit the circuit
 * @param weights effective weights by group
 * @param signals value of a sense organ's signal component
 * @param limits upper limit of a sense organ's signal
 * @param phases phase by period
 */
public record CircuitEvaluator(
        Circuit circuit,
        Map<String, Double> weights,
        ToDoubleFunction<Source.Sensor> signals,
        ToDoubleFunction<Source.Sensor> limits,
        Map<Integer, Integer> phases) {
    /** The command of each output port. */
    public Map<String, Double> commands() {
        Map<String, Double> known = new HashMap<>();
        Map<String, Double> commands = new HashMap<>();
        for (OutputPort port : circuit.outputs()) {
            double sum = 0;
            for (OutputPort.Term term : port.terms()) {
                sum += term.coefficient() * activity(term.neuron(), known);
            }
            commands.put(port.signal(), sum);
        }
        return commands;
    }

    private double activity(String name, Map<String, Double> known) {
        Double before = known.get(name);
        if (before != null) {
            return before;
        }
        Neuron neuron = circuit.neurons().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        double activity = neuron.model() instanceof Source source
                ? activity(source)
                : activity((Memoryless) neuron.model(), input(name, known));
        known.put(name, activity);
        return activity;
    }

    private double input(String name, Map<String, Double> known) {
        double sum = 0;
        for (Synapse synapse : circuit.synapses()) {
            if (synapse.post().equals(name)) {
                sum += weights.getOrDefault(synapse.group(), Double.NaN)
                        * synapse.gain()
                        * activity(synapse.pre(), known);
            }
        }
        return sum;
    }

    private double activity(Source source) {
        if (source instanceof Source.Sensor sensor) {
            Transfer transfer = sensor.transfer();
            double scale = transfer.scale() == Transfer.Scale.LIMIT ? limits.applyAsDouble(sensor) : 1;
            double answer = transfer.gain() * signals.applyAsDouble(sensor) / scale + transfer.offset();
            return Math.min(transfer.high(), Math.max(transfer.low(), answer));
        }
        if (source instanceof Source.Oscillator oscillator) {
            int phase = phases.getOrDefault(oscillator.period(), -1);
            return oscillator.from() <= phase && phase < oscillator.to() ? 1 : 0;
        }
        return ((Source.Constant) source).value();
    }

    private static double activity(Memoryless model, double input) {
        if (model instanceof Memoryless.Linear) {
            return input;
        }
        if (model instanceof Memoryless.HyperbolicTangent) {
            return Math.tanh(input);
        }
        double rectified = Math.max(0, input);
        return model instanceof Memoryless.Graded ? Math.min(1, rectified) : rectified;
    }
}
