package dev.ganglion.controllers.translation;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/*
 * A circuit becomes a chain of dense products between banks of neurons. A bank holds what can be computed together:
 * first sense organs, then pacemakers, then what is constant, then one bank for each level of neurons, or a single one
 * of all that receive if the circuit has dynamics, which then also projects onto itself.
 * Between two banks there is a product only if synapses join them, so a layered circuit of L levels costs L products,
 * whatever its number of synapses. Dense products of at most a few hundred neurons are cheaper than anything that
 * follows single synapses, and sparse ones have no gradient in TensorFlow Java.
 */

/**
 * Where everything in a circuit stands when it is computed: banks of neurons, and matrices of synapses between banks.
 *
 * @param banks the banks, in the order in which they are computed: sense organs, pacemakers, constant sources, then
 *     levels
 * @param levels the projections onto each level's bank and its neuron models
 */
record CircuitLayout(List<List<Neuron>> banks, List<Level> levels) {
    /** Index of the bank of sense organs. */
    static final int SENSORS = 0;

    /** Index of the bank of pacemakers. */
    static final int OSCILLATORS = 1;

    /** Index of the bank of constant sources. */
    static final int CONSTANTS = 2;

    /**
     * A bank of neurons that receive.
     *
     * @param bank its index
     * @param inputs the banks that project onto it through static chemical synapses; may be empty
     * @param junctions the banks that are joined to it by gap junctions; may be empty
     * @param models runs of neurons that share a model, in the bank's order
     */
    record Level(int bank, List<Projection> inputs, List<Projection> junctions, List<Run> models) {}

    /**
     * Neighbouring neurons with the same model.
     *
     * @param begin place of the first in their bank
     */
    record Run(Receiver model, int begin, List<Neuron> neurons) {
        /** Place in their bank after the last. */
        int end() {
            return begin + neurons.size();
        }

        /** What each one's learned constants are named after. */
        List<ConstantTable.Owner> owners() {
            return neurons.stream()
                    .map(neuron -> new ConstantTable.Owner(neuron.cellClass(), neuron.name()))
                    .toList();
        }
    }

    /**
     * The synapses from one bank onto another as a matrix, row-major.
     *
     * @param source index of the bank that signals
     * @param begin place in it of the first neuron that belongs to the matrix; no others than these project
     * @param rows number of neurons that belong to it
     * @param columns number of neurons in the bank signalled to
     * @param groups {@code [rows, columns]}: index of each synapse's weight group, or the number of groups where
     *     there is no synapse
     * @param gains {@code [rows, columns]}: each synapse's gain, 1 where there is none
     */
    record Projection(int source, int begin, int rows, int columns, int[] groups, float[] gains) {
        /** Whether every gain is 1. */
        boolean isPlain() {
            for (float gain : gains) {
                if (gain != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The sources of one kind in a bank, in its order. */
    <S extends Source> List<S> sources(int bank, Class<S> kind) {
        return banks.get(bank).stream().map(Neuron::model).map(kind::cast).toList();
    }

    /** The activities of the bank of constant sources. */
    float[] constants() {
        List<Source.Constant> sources = sources(CONSTANTS, Source.Constant.class);
        float[] values = new float[sources.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) sources.get(i).value();
        }
        return values;
    }

    /** The layout of a circuit. */
    static CircuitLayout of(Circuit circuit) {
        List<List<Neuron>> banks = new ArrayList<>();
        banks.add(circuit.neuronsOf(Source.Sensor.class));
        banks.add(grouped(circuit.neuronsOf(Source.Oscillator.class), CircuitLayout::period));
        banks.add(circuit.neuronsOf(Source.Constant.class));
        List<List<Neuron>> receiving =
                circuit.dynamics().isPresent() ? List.of(circuit.neuronsOf(Receiver.class)) : circuit.levels();
        receiving.forEach(level -> banks.add(grouped(level, Neuron::model)));
        List<Synapse> chemical = circuit.synapses().stream()
                .filter(synapse -> synapse.kind() == SynapseKind.CHEMICAL)
                .filter(synapse -> synapse.model() instanceof SynapseModel.Static)
                .toList();
        List<Synapse> junctions = bothWays(circuit);
        List<Level> levels = new ArrayList<>();
        for (int bank = CONSTANTS + 1; bank < banks.size(); bank++) {
            levels.add(new Level(
                    bank,
                    projections(circuit, chemical, banks, bank),
                    projections(circuit, junctions, banks, bank),
                    runs(banks.get(bank))));
        }
        return new CircuitLayout(List.copyOf(banks), List.copyOf(levels));
    }

    /** The gap junctions from either end. */
    private static List<Synapse> bothWays(Circuit circuit) {
        return circuit.synapses().stream()
                .filter(synapse -> synapse.kind() == SynapseKind.ELECTRICAL)
                .flatMap(synapse -> Stream.of(synapse, synapse.reversed()))
                .toList();
    }

    private static Integer period(Neuron oscillator) {
        return ((Source.Oscillator) oscillator.model()).period();
    }

    /** The neurons with equal ones side by side, in the order of the first of each. */
    private static List<Neuron> grouped(List<Neuron> neurons, Function<Neuron, Object> key) {
        Map<Object, List<Neuron>> groups = new LinkedHashMap<>();
        neurons.forEach(neuron -> groups.computeIfAbsent(key.apply(neuron), k -> new ArrayList<>())
                .add(neuron));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static List<Run> runs(List<Neuron> bank) {
        List<Run> runs = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= bank.size(); i++) {
            if (i == bank.size() || !bank.get(i).model().equals(bank.get(begin).model())) {
                runs.add(new Run((Receiver) bank.get(begin).model(), begin, List.copyOf(bank.subList(begin, i))));
                begin = i;
            }
        }
        return List.copyOf(runs);
    }

    private static List<Projection> projections(
            Circuit circuit, List<Synapse> synapses, List<List<Neuron>> banks, int target) {
        Map<String, Integer> columns = places(banks.get(target));
        Map<String, Integer> groups = WeightTable.of(circuit).places();
        List<Projection> projections = new ArrayList<>();
        for (int source = 0; source <= target; source++) {
            List<Neuron> bank = banks.get(source);
            Map<String, Integer> rows = places(bank);
            List<Synapse> joining = synapses.stream()
                    .filter(synapse -> rows.containsKey(synapse.pre()) && columns.containsKey(synapse.post()))
                    .toList();
            if (!joining.isEmpty()) {
                Span span = Span.of(rows, joining);
                projections.add(projection(source, span, places(span.of(bank)), columns, groups, joining));
            }
        }
        return List.copyOf(projections);
    }

    private static Projection projection(
            int source,
            Span span,
            Map<String, Integer> rows,
            Map<String, Integer> columns,
            Map<String, Integer> groups,
            List<Synapse> synapses) {
        int[] indices = new int[rows.size() * columns.size()];
        float[] gains = new float[indices.length];
        Arrays.fill(indices, groups.size());
        Arrays.fill(gains, 1);
        for (Synapse synapse : synapses) {
            int place = at(rows, synapse.pre()) * columns.size() + at(columns, synapse.post());
            indices[place] = at(groups, synapse.group());
            gains[place] = (float) synapse.gain();
        }
        return new Projection(source, span.begin(), rows.size(), columns.size(), indices, gains);
    }

    /**
     * Neighbours in a bank. Muscles project onto nothing, and products with rows of zeros cost as much as others.
     *
     * @param begin place of the first
     * @param end place after the last
     */
    private record Span(int begin, int end) {
        /** All of a bank, unless much is saved without those before the first that projects and after the last. */
        static Span of(Map<String, Integer> rows, List<Synapse> synapses) {
            int[] used = synapses.stream()
                    .mapToInt(synapse -> at(rows, synapse.pre()))
                    .sorted()
                    .toArray();
            Span span = new Span(used[0], used[used.length - 1] + 1);
            return (span.end - span.begin) * 4 > rows.size() * 3 ? new Span(0, rows.size()) : span;
        }

        List<Neuron> of(List<Neuron> bank) {
            return bank.subList(begin, end);
        }
    }

    private static Map<String, Integer> places(List<Neuron> bank) {
        Map<String, Integer> places = new HashMap<>();
        bank.forEach(neuron -> places.put(neuron.name(), places.size()));
        return places;
    }

    private static int at(Map<String, Integer> places, String name) {
        return Objects.requireNonNull(places.get(name), name);
    }
}
