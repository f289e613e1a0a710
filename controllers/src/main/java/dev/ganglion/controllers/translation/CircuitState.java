package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a circuit remembers from one control step to the next: phases, then the variables of each run of neurons that
 * share a model, then what plastic synapses remember, their fast
 * weights first.
 *
 * @param spec kind and names
 * @param layout how the parts lie one behind the other
 * @param beginnings of each component, at the beginning of an episode
 * @param plasticWeights where the fast weights are
 */
record CircuitState(
        StateSpec spec, StateLayout layout, List<InitialValue> beginnings, List<PlasticWeights> plasticWeights) {
    private static final InitialValue ZERO = new InitialValue.Fixed(0);

    /**
     * The state of a circuit.
     *
     * @param periods the different periods of its pacemakers
     * @param runs the neurons that have variables; none without dynamics
     * @param plastic its plastic synapses
     */
    static CircuitState of(List<Integer> periods, List<CircuitLayout.Run> runs, List<PlasticSynapses> plastic) {
        Builder state = new Builder();
        state.addPhases(
                periods.stream()
                        .map(period -> periods.size() == 1 ? "oscillator/phase" : "oscillator/" + period + "/phase")
                        .toList(),
                periods);
        for (CircuitLayout.Run run : runs) {
            for (Receiver.Variable variable : run.model().variables()) {
                List<String> names = run.neurons().stream()
                        .map(Neuron::name)
                        .map(name -> variable.name() + "/" + name)
                        .toList();
                state.add(variable.name(), names, variable.initial());
            }
        }
        for (PlasticSynapses synapses : plastic) {
            state.addFastWeights(plastic.size() == 1, synapses.names().size());
            for (String memory : synapses.memories()) {
                state.add(
                        memory,
                        synapses.names().stream()
                                .map(name -> memory + "/" + name)
                                .toList(),
                        ZERO);
            }
        }
        return state.build(runs.isEmpty());
    }

    /** Whether all values at the beginning of an episode are always zero. */
    boolean beginsAtRest() {
        return beginnings.stream().allMatch(ZERO::equals);
    }

    /** A state in which an episode begins. */
    float[] initial(RandomGenerator random) {
        float[] values = new float[beginnings.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) beginnings.get(i).sample(random);
        }
        return values;
    }

    /** The state taken apart. */
    Parts split(Ops tf, Operand<TFloat32> state) {
        return new Parts(layout.parts().isEmpty() ? List.of() : layout.split(tf, state));
    }

    /** The parts of a state, to be taken one after the other. */
    static final class Parts {
        private final List<Operand<TFloat32>> parts;
        private int next;

        Parts(List<Operand<TFloat32>> parts) {
            this.parts = parts;
        }

        /** The next so many. */
        List<Operand<TFloat32>> take(int count) {
            next += count;
            return parts.subList(next - count, next);
        }
    }

    /** Puts parts one behind the other. */
    private static final class Builder {
        private final List<StateLayout.Part> parts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Integer> periods = new ArrayList<>();
        private final List<InitialValue> initial = new ArrayList<>();
        private final List<PlasticWeights> fast = new ArrayList<>();

        void addPhases(List<String> components, List<Integer> lengths) {
            int first = periods.size();
            add("phase", components, ZERO);
            Collections.copy(periods.subList(first, periods.size()), lengths);
        }

        /** Marks what is added next. */
        void addFastWeights(boolean areAll, int synapses) {
            String name = areAll ? PlasticSynapses.EFFICACY : PlasticSynapses.EFFICACY + "/" + fast.size();
            fast.add(new PlasticWeights(name, PlasticWeights.Meaning.CHANGE, names.size(), 1, synapses));
        }

        void add(String part, List<String> components, InitialValue value) {
            if (!components.isEmpty()) {
                parts.add(StateLayout.Part.of(part, components.size()));
                names.addAll(components);
                components.forEach(component -> {
                    periods.add(0);
                    initial.add(value);
                });
            }
        }

        CircuitState build(boolean movesByItself) {
            StateSpec.Kind kind = names.isEmpty()
                    ? StateSpec.Kind.NONE
                    : movesByItself ? StateSpec.Kind.AUTONOMOUS : StateSpec.Kind.TRAINED;
            return new CircuitState(
                    new StateSpec(kind, names, periods),
                    new StateLayout(parts),
                    List.copyOf(initial),
                    List.copyOf(fast));
        }
    }
}
