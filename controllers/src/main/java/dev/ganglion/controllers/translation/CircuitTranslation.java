package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.tensor.Columns;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One step of a circuit while it is being added to a graph. */
final class CircuitTranslation {
    private final Ops tf;
    private final CircuitLayout layout;
    private final @Nullable Operand<TFloat32> weights;
    private final List<Activity> activities = new ArrayList<>();

    /**
     * Into a graph.
     *
     * @param weights effective weights {@code [groups]}, with a population axis in front if there is one; null if
     *     the circuit has none
     */
    CircuitTranslation(Ops tf, CircuitLayout layout, @Nullable Operand<TFloat32> weights) {
        this.tf = tf;
        this.layout = layout;
        this.weights = weights == null ? null : withZero(weights);
    }

    /**
     * What a bank does.
     *
     * @param values {@code [batch, neurons]}, or {@code [1, neurons]} if the same throughout the batch; null for a
     *     bank without neurons
     * @param varies whether the values differ within the batch
     */
    private record Activity(@Nullable Operand<TFloat32> values, boolean varies) {}

    /**
     * Adds the circuit from its sources to its commands.
     *
     * @param sensed activities of the sense organs; null if there are none
     * @param rhythm activities of the pacemakers; null if there are none
     * @param commands for each bank its coefficients {@code [neurons, outputs]}, row-major; empty where none commands
     * @param outputs length of the action
     * @param batch anything with the batch's axes in front of its last
     * @return {@code [batch, outputs]}
     */
    Operand<TFloat32> output(
            @Nullable Operand<TFloat32> sensed,
            @Nullable Operand<TFloat32> rhythm,
            List<float[]> commands,
            int outputs,
            Operand<TFloat32> batch) {
        activities.add(new Activity(sensed, true));
        activities.add(new Activity(rhythm, true));
        activities.add(new Activity(constants(), false));
        layout.levels().forEach(level -> activities.add(activity(level)));
        List<Activity> parts = new ArrayList<>();
        for (int bank = 0; bank < commands.size(); bank++) {
            if (commands.get(bank).length > 0) {
                Operand<TFloat32> matrix = matrix(commands.get(bank), outputs);
                Activity source = activities.get(bank);
                parts.add(new Activity(Products.product(tf, values(source), matrix), source.varies()));
            }
        }
        Activity sum = sum(parts, outputs);
        if (sum.varies()) {
            return values(sum);
        }
        Operand<TFloat32> first = Columns.pick(tf, batch, 0);
        return tf.math.add(values(sum), tf.zerosLike(first));
    }

    private @Nullable Operand<TFloat32> constants() {
        List<Source.Constant> sources = layout.sources(CircuitLayout.CONSTANTS, Source.Constant.class);
        float[] values = new float[sources.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) sources.get(i).value();
        }
        return values.length == 0 ? null : matrix(values, values.length);
    }

    private Activity activity(CircuitLayout.Level level) {
        List<Activity> inputs = new ArrayList<>();
        for (CircuitLayout.Projection projection : level.inputs()) {
            Activity source = activities.get(projection.source());
            Operand<TFloat32> input = Products.product(tf, values(source), synapses(projection));
            inputs.add(new Activity(input, source.varies()));
        }
        Activity input = sum(inputs, layout.banks().get(level.bank()).size());
        return new Activity(answer(level.models(), values(input)), input.varies());
    }

    private Operand<TFloat32> answer(List<CircuitLayout.Run> models, Operand<TFloat32> input) {
        if (models.size() == 1) {
            return models.get(0).model().activity(tf, input);
        }
        List<Operand<TFloat32>> parts = new ArrayList<>();
        int begin = 0;
        for (CircuitLayout.Run run : models) {
            Operand<TFloat32> part =
                    tf.stridedSlice(input, Indices.ellipsis(), Indices.range(begin, begin + run.length()));
            parts.add(run.model().activity(tf, part));
            begin += run.length();
        }
        return Columns.join(tf, parts);
    }

    private Activity sum(List<Activity> parts, int columns) {
        if (parts.isEmpty()) {
            return new Activity(matrix(new float[columns], columns), false);
        }
        Activity sum = parts.get(0);
        for (Activity part : parts.subList(1, parts.size())) {
            sum = new Activity(tf.math.add(values(sum), values(part)), sum.varies() || part.varies());
        }
        return sum;
    }

    private Operand<TFloat32> synapses(CircuitLayout.Projection projection) {
        Operand<TFloat32> groups = Objects.requireNonNull(weights, "A circuit with synapses has weights");
        Shape shape = Shape.of(projection.rows(), projection.columns());
        Operand<TFloat32> matrix = tf.gather(
                groups,
                tf.reshape(tf.constant(projection.groups()), tf.constant(shape)),
                tf.constant(Columns.lastAxis(groups)));
        return projection.isPlain() ? matrix : tf.math.mul(matrix, matrix(projection.gains(), projection.columns()));
    }

    /** The weights with a zero behind them, which stands where there is no synapse. */
    private Operand<TFloat32> withZero(Operand<TFloat32> groups) {
        int[][] margins = new int[Columns.lastAxis(groups) + 1][2];
        margins[margins.length - 1][1] = 1;
        return tf.pad(groups, tf.constant(margins), tf.constant(0f));
    }

    private Operand<TFloat32> matrix(float[] values, int columns) {
        return tf.reshape(tf.constant(values), tf.constant(Shape.of(values.length / columns, columns)));
    }

    private static Operand<TFloat32> values(Activity activity) {
        return Objects.requireNonNull(activity.values(), "Only banks with neurons project");
    }
}
