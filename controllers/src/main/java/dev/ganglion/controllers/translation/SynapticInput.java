package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Drive;
import dev.ganglion.controllers.circuit.MembraneGraph;
import dev.ganglion.controllers.recurrent.SampleMatrices;
import dev.ganglion.controllers.tensor.Columns;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What synapses bring to the neurons of a circuit with dynamics, inner step by inner step.
 *
 * <p>Whatever stays the same throughout a control step is computed once: matrices of weights, and what sources bring.
 */
final class SynapticInput {
    private final Ops tf;
    private final CircuitLayout.Level level;
    private final Operand<TFloat32> fromSources;
    private final List<Operand<TFloat32>> recurrent;
    private final Supplier<Operand<TFloat32>> magnitudeFromSources;
    private final Supplier<List<Operand<TFloat32>>> magnitudes;
    private final @Nullable GapJunctions junctions;
    private final List<PlasticGraph> plastic = new ArrayList<>();
    private final @Nullable Operand<TFloat32> sourcesFirst;

    /**
     * Into a graph.
     *
     * @param sources what the sources do
     * @param models the equations of each run of neurons that share a model
     * @param like anything of the shape {@code [batch, neurons]} of the neurons that receive
     */
    SynapticInput(
            Ops tf,
            CircuitPlan plan,
            WeightMatrices weights,
            ParameterOperands parameters,
            BankActivities sources,
            List<MembraneGraph> models,
            Operand<TFloat32> like) {
        this.tf = tf;
        this.level = plan.layout().levels().get(0);
        int size = plan.layout().banks().get(level.bank()).size();
        this.fromSources = sources.input(before(level.inputs()), size, like);
        this.recurrent = own(level.inputs()).stream().map(weights::of).toList();
        this.magnitudeFromSources = once(() -> sources.magnitude(before(level.inputs()), like));
        this.magnitudes =
                once(() -> recurrent.stream().map(matrix -> absolute(matrix)).toList());
        this.junctions =
                level.junctions().isEmpty() ? null : GapJunctions.of(tf, level, models, weights, sources, like);
        for (PlasticSynapses synapses : plan.plastic()) {
            int axes = like.shape().numDimensions();
            plastic.add(new PlasticGraph(tf, synapses, size, axes, weights, plan.synapseConstants(), parameters));
        }
        Operand<TFloat32> joined = plastic.isEmpty() ? null : sources.joined(like);
        this.sourcesFirst = joined == null ? null : PlasticGraph.lastFirst(tf, joined);
    }

    private Operand<TFloat32> absolute(Operand<TFloat32> matrix) {
        return tf.math.abs(matrix);
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

    /** Whether there are gap junctions. */
    boolean hasJunctions() {
        return junctions != null;
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
                    acting.add(plastic.get(kind).act(moment.fast().get(kind), all));
                }
            }
            Operand<TFloat32> sum = products(fromSources, moment.activity(), recurrent);
            for (int kind = 0; kind < plastic.size(); kind++) {
                sum = tf.math.add(
                        sum, PlasticGraph.firstLast(tf, plastic.get(kind).input(acting.get(kind))));
            }
            input = sum;
            conductance = once(() -> conductance(moment.activity()));
            inflow = junctions == null
                    ? null
                    : products(junctions.fromSources(), Columns.join(tf, voltages), junctions.recurrent());
        }

        private Operand<TFloat32> conductance(Operand<TFloat32> activity) {
            Operand<TFloat32> sum = products(magnitudeFromSources.get(), tf.math.abs(activity), magnitudes.get());
            for (int kind = 0; kind < plastic.size(); kind++) {
                sum = tf.math.add(
                        sum, PlasticGraph.firstLast(tf, plastic.get(kind).magnitude(acting.get(kind))));
            }
            return sum;
        }

        private Operand<TFloat32> products(
                Operand<TFloat32> sum, Operand<TFloat32> values, List<Operand<TFloat32>> matrices) {
            Operand<TFloat32> result = sum;
            for (Operand<TFloat32> matrix : matrices) {
                result = tf.math.add(result, Products.product(tf, values, matrix));
            }
            return result;
        }

        /** What comes to some of the neurons. */
        Drive drive(CircuitLayout.Run run) {
            return new Drive(
                    part(input, run),
                    () -> part(conductance.get(), run),
                    junctions == null || inflow == null
                            ? null
                            : new Drive.Junctions(part(inflow, run), part(junctions.conductance(), run)));
        }

        private Operand<TFloat32> part(Operand<TFloat32> values, CircuitLayout.Run run) {
            return level.models().size() == 1
                    ? values
                    : tf.stridedSlice(values, Indices.ellipsis(), Indices.range(run.begin(), run.end()));
        }

        /**
         * Fast weights after the step.
         *
         * @param activity of the neurons after it, {@code [batch, neurons]}
         */
        List<Operand<TFloat32>> learn(Operand<TFloat32> activity) {
            if (plastic.isEmpty()) {
                return List.of();
            }
            Operand<TFloat32> after = PlasticGraph.lastFirst(tf, activity);
            List<Operand<TFloat32>> fast = new ArrayList<>();
            for (int kind = 0; kind < plastic.size(); kind++) {
                fast.add(plastic.get(kind).learn(acting.get(kind), after));
            }
            return fast;
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
