package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.tensor.Axes;
import dev.ganglion.controllers.tensor.Columns;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the banks of a circuit do in one control step, bank after bank, while it is being added to a graph. */
final class BankActivities {
    private final Ops tf;
    private final CircuitLayout layout;
    private final WeightMatrices weights;
    private final List<Activity> activities = new ArrayList<>();

    /**
     * What a bank does.
     *
     * @param values {@code [batch, neurons]}, or {@code [1, neurons]} if the same throughout the batch; null for a
     *     bank without neurons
     * @param varies whether the values differ within the batch
     */
    private record Activity(@Nullable Operand<TFloat32> values, boolean varies) {}

    /**
     * The sources.
     *
     * @param sensed activities of the sense organs; null if there are none
     * @param rhythm activities of the pacemakers; null if there are none
     */
    BankActivities(
            Ops tf,
            CircuitLayout layout,
            WeightMatrices weights,
            @Nullable Operand<TFloat32> sensed,
            @Nullable Operand<TFloat32> rhythm) {
        this.tf = tf;
        this.layout = layout;
        this.weights = weights;
        activities.add(new Activity(sensed, true));
        activities.add(new Activity(rhythm, true));
        float[] constants = layout.constants();
        activities.add(
                new Activity(constants.length == 0 ? null : Axes.constant(tf, constants, 1, constants.length), false));
    }

    /** Adds the levels, whose neurons answer at once. */
    void answer() {
        for (CircuitLayout.Level level : layout.levels()) {
            Activity input = sum(
                    inputs(level.inputs(), weights::of),
                    layout.banks().get(level.bank()).size());
            activities.add(new Activity(answer(level.models(), values(input)), input.varies()));
        }
    }

    /** Adds the next bank, {@code [batch, neurons]}. */
    void add(Operand<TFloat32> values) {
        activities.add(new Activity(values, true));
    }

    /**
     * What projections from the banks that are known bring.
     *
     * @param batch {@code [batch, columns]}
     * @return of that shape
     */
    Operand<TFloat32> input(List<CircuitLayout.Projection> projections, int columns, Operand<TFloat32> batch) {
        return input(projections, weights::of, columns, batch);
    }

    /**
     * The same with other weights.
     *
     * @param matrices weights of each projection
     * @param batch {@code [batch, columns]}
     * @return of that shape
     */
    Operand<TFloat32> input(
            List<CircuitLayout.Projection> projections,
            Function<CircuitLayout.Projection, Operand<TFloat32>> matrices,
            int columns,
            Operand<TFloat32> batch) {
        Activity sum = sum(inputs(projections, matrices), columns);
        return sum.varies() ? values(sum) : tf.math.add(values(sum), tf.zerosLike(batch));
    }

    /**
     * The same with every activity and every weight taken without its sign.
     *
     * @param batch {@code [batch, columns]}
     * @return of that shape
     */
    Operand<TFloat32> magnitude(List<CircuitLayout.Projection> projections, Operand<TFloat32> batch) {
        Operand<TFloat32> sum = tf.zerosLike(batch);
        for (CircuitLayout.Projection projection : projections) {
            Operand<TFloat32> source = tf.math.abs(projecting(projection, values(activities.get(projection.source()))));
            sum = tf.math.add(sum, Products.product(tf, source, weights.magnitudeOf(projection)));
        }
        return sum;
    }

    /**
     * The commands.
     *
     * @param commands for each bank its coefficients {@code [neurons, outputs]}, row-major; empty where none commands
     * @param outputs length of the action
     * @param batch anything with the batch's axes in front of its last
     * @return {@code [batch, outputs]}
     */
    Operand<TFloat32> output(List<float[]> commands, int outputs, Operand<TFloat32> batch) {
        List<Activity> parts = new ArrayList<>();
        for (int bank = 0; bank < commands.size(); bank++) {
            float[] coefficients = commands.get(bank);
            if (coefficients.length > 0) {
                Operand<TFloat32> matrix = Axes.constant(tf, coefficients, coefficients.length / outputs, outputs);
                Activity source = activities.get(bank);
                parts.add(new Activity(Products.product(tf, values(source), matrix), source.varies()));
            }
        }
        return spread(sum(parts, outputs), batch);
    }

    /**
     * The banks that are known side by side.
     *
     * @param batch anything with the batch's axes in front of its last
     * @return {@code [batch, neurons]}; null if there are no neurons
     */
    @Nullable
    Operand<TFloat32> joined(Operand<TFloat32> batch) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (Activity activity : activities) {
            if (activity.values() != null) {
                parts.add(spread(activity, batch));
            }
        }
        return parts.isEmpty() ? null : Columns.join(tf, parts);
    }

    private Operand<TFloat32> spread(Activity activity, Operand<TFloat32> batch) {
        if (activity.varies()) {
            return values(activity);
        }
        Operand<TFloat32> first = Columns.pick(tf, batch, 0);
        return tf.math.add(values(activity), tf.zerosLike(first));
    }

    private List<Activity> inputs(
            List<CircuitLayout.Projection> projections,
            Function<CircuitLayout.Projection, Operand<TFloat32>> matrices) {
        List<Activity> inputs = new ArrayList<>();
        for (CircuitLayout.Projection projection : projections) {
            Activity source = activities.get(projection.source());
            Operand<TFloat32> values = projecting(projection, values(source));
            Operand<TFloat32> input = Products.product(tf, values, matrices.apply(projection));
            inputs.add(new Activity(input, source.varies()));
        }
        return inputs;
    }

    private Operand<TFloat32> projecting(CircuitLayout.Projection projection, Operand<TFloat32> bank) {
        return projecting(tf, layout, projection, bank);
    }

    /**
     * The neurons of a bank that belong to a projection.
     *
     * @param bank something of every neuron in the projection's source, {@code [batch, neurons]}
     * @return {@code [batch, rows]}
     */
    static Operand<TFloat32> projecting(
            Ops tf, CircuitLayout layout, CircuitLayout.Projection projection, Operand<TFloat32> bank) {
        boolean isAll =
                projection.rows() == layout.banks().get(projection.source()).size();
        return isAll ? bank : Columns.range(tf, bank, projection.begin(), projection.rows());
    }

    private Operand<TFloat32> answer(List<CircuitLayout.Run> models, Operand<TFloat32> input) {
        if (models.size() == 1) {
            return ((Memoryless) models.get(0).model()).activity(tf, input);
        }
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (CircuitLayout.Run run : models) {
            Operand<TFloat32> part =
                    Columns.range(tf, input, run.begin(), run.neurons().size());
            parts.add(((Memoryless) run.model()).activity(tf, part));
        }
        return Columns.join(tf, parts);
    }

    private Activity sum(List<Activity> parts, int columns) {
        if (parts.isEmpty()) {
            return new Activity(Axes.constant(tf, new float[columns], 1, columns), false);
        }
        Activity sum = parts.get(0);
        for (Activity part : parts.subList(1, parts.size())) {
            sum = new Activity(tf.math.add(values(sum), values(part)), sum.varies() || part.varies());
        }
        return sum;
    }

    private static Operand<TFloat32> values(Activity activity) {
        return Objects.requireNonNull(activity.values(), "Only banks with neurons project");
    }
}
