package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Drive;
import dev.ganglion.controllers.recurrent.SampleMatrices;
import dev.ganglion.controllers.tensor.Columns;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What synapses bring to the neurons of a circuit with dynamics, inner step by inner step.
 *
 * <p>What sources bring stays the same throughout a control step and is computed once.
 */
final class SynapticInput {
    private final Ops tf;
    private final CircuitGraph circuit;
    private final CircuitLayout.Level level;
    private final Operand<TFloat32> fromSources;
    private final Supplier<Operand<TFloat32>> magnitudeFromSources;
    private final @Nullable Operand<TFloat32> inflowFromSources;
    private final List<PlasticGraph> plastic;
    private final @Nullable Operand<TFloat32> sourcesFirst;

    /**
     * Into a graph.
     *
     * @param circuit what does not change from step to step
     * @param sources what the sources do
     * @param like anything of the shape {@code [batch, neurons]} of the neurons that receive
     */
    SynapticInput(CircuitGraph circuit, BankActivities sources, Operand<TFloat32> like) {
        this.tf = circuit.tf();
        this.circuit = circuit;
        this.level = circuit.level();
        int size = circuit.plan().layout().banks().get(level.bank()).size();
        this.fromSources = sources.input(before(level.inputs()), size, like);
        this.magnitudeFromSources = once(() -> sources.magnitude(before(level.inputs()), like));
        this.inflowFromSources = circuit.junctions()
                .map(junctions -> sources.input(before(level.junctions()), of(junctions), size, like))
                .orElse(null);
        this.plastic = circuit.plastic(like.shape().numDimensions());
        Operand<TFloat32> joined = plastic.isEmpty() ? null : sources.joined(like);
        this.sourcesFirst = joined == null ? null : PlasticGraph.lastFirst(tf, joined);
    }

    private static Function<CircuitLayout.Projection, Operand<TFloat32>> of(GapJunctions junctions) {
        return projection -> Objects.requireNonNull(junctions.conductances().get(projection));
    }

    private List<CircuitLayout.Projection> before(List<CircuitLayout.Projection> projections) {
        return projections.stream()
                .filter(projection -> projection.source() < level.bank())
                .toList();
    }

    private List<CircuitLayout.Projection> own(List<CircuitLayout.Projection> projections) {
        return projections.stream()
                .filter(projection -> projection.source() == level.bank())
                .toList();
    }

    /** A scalar as it is; a row of values, with a population axis in front or not, so that it broadcasts to a batch. */
    static Operand<TFloat32> alongBatch(Ops tf, Operand<TFloat32> row) {
        return row.shape().numDimensions() == 0 ? row : SampleMatrices.alongBatch(tf, row, 1);
    }

    /**
     * What synapses bring in one inner step.
     *
     * @param moment what the neurons do before it
     * @param voltages of each run of neurons; empty if there are no gap junctions
     */
    Arrival arrive(DynamicStep.Moment moment, List<Operand<TFloat32>> voltages) {
        return new Arrival(moment, voltages);
    }

    /** What synapses bring in one inner step, and what they learn in it. */
    final class Arrival {
        private final Operand<TFloat32> input;
        private final Supplier<Operand<TFloat32>> conductance;
        private final @Nullable Operand<TFloat32> inflow;
        private final List<PlasticGraph.Acting> acting = new ArrayList<>();

        private Arrival(DynamicStep.Moment moment, List<Operand<TFloat32>> voltages) {
            if (!plastic.isEmpty()) {
                Operand<TFloat32> own = PlasticGraph.lastFirst(tf, moment.activity());
                Operand<TFloat32> all =
                        sourcesFirst == null ? own : tf.concat(List.of(sourcesFirst, own), tf.constant(0));
                for (int kind = 0; kind < plastic.size(); kind++) {
                    acting.add(plastic.get(kind).act(moment.memories().get(kind), all));
                }
            }
            Operand<TFloat32> sum = products(fromSources, moment.activity(), level.inputs(), circuit.weights()::of);
            for (int kind = 0; kind < plastic.size(); kind++) {
                sum = tf.math.add(
                        sum, PlasticGraph.firstLast(tf, plastic.get(kind).input(acting.get(kind))));
            }
            input = sum;
            conductance = once(() -> conductance(moment.activity()));
            inflow = inflow(voltages);
        }

        private @Nullable Operand<TFloat32> inflow(List<Operand<TFloat32>> voltages) {
            Optional<GapJunctions> junctions = circuit.junctions();
            if (junctions.isEmpty() || inflowFromSources == null) {
                return null;
            }
            return products(inflowFromSources, Columns.join(tf, voltages), level.junctions(), of(junctions.get()));
        }

        private Operand<TFloat32> conductance(Operand<TFloat32> activity) {
            Operand<TFloat32> sum = products(
                    magnitudeFromSources.get(), tf.math.abs(activity), level.inputs(), circuit.weights()::magnitudeOf);
            for (int kind = 0; kind < plastic.size(); kind++) {
                sum = tf.math.add(
                        sum, PlasticGraph.firstLast(tf, plastic.get(kind).magnitude(acting.get(kind))));
            }
            return sum;
        }

        /** Adds what comes from the neurons themselves. */
        private Operand<TFloat32> products(
                Operand<TFloat32> sum,
                Operand<TFloat32> values,
                List<CircuitLayout.Projection> projections,
                Function<CircuitLayout.Projection, Operand<TFloat32>> matrices) {
            Operand<TFloat32> result = sum;
            for (CircuitLayout.Projection projection : own(projections)) {
                Operand<TFloat32> rows =
                        BankActivities.projecting(tf, circuit.plan().layout(), projection, values);
                result = tf.math.add(result, Products.product(tf, rows, matrices.apply(projection)));
            }
            return result;
        }

        /** What comes to some of the neurons. */
        Drive drive(CircuitLayout.Run run) {
            return new Drive(part(input, run), () -> part(conductance.get(), run), junctions(run));
        }

        private Drive.@Nullable Junctions junctions(CircuitLayout.Run run) {
            Optional<GapJunctions> junctions = circuit.junctions();
            return junctions.isEmpty() || inflow == null
                    ? null
                    : new Drive.Junctions(
                            part(inflow, run), part(junctions.get().sum(), run));
        }

        private Operand<TFloat32> part(Operand<TFloat32> values, CircuitLayout.Run run) {
            return level.models().size() == 1
                    ? values
                    : Columns.range(tf, values, run.begin(), run.neurons().size());
        }

        /**
         * What plastic synapses remember after the step.
         *
         * @param activity of the neurons after it, {@code [batch, neurons]}
         */
        List<List<Operand<TFloat32>>> learn(Operand<TFloat32> activity) {
            if (plastic.isEmpty()) {
                return List.of();
            }
            Operand<TFloat32> after = PlasticGraph.lastFirst(tf, activity);
            List<List<Operand<TFloat32>>> memories = new ArrayList<>();
            for (int kind = 0; kind < plastic.size(); kind++) {
                memories.add(plastic.get(kind).learn(acting.get(kind), after));
            }
            return memories;
        }
    }

    /** Computes a value when it is first asked for. */
    private static <T> Supplier<T> once(Supplier<T> value) {
        return new Supplier<>() {
            private @Nullable T known;

            @Override
            public T get() {
                T found = known;
                if (found == null) {
                    found = value.get();
                    known = found;
                }
                return found;
            }
        };
    }
}
