package dev.ganglion.agents.ppo;

import dev.ganglion.agents.rollout.ChunkLayout;
import dev.ganglion.agents.rollout.RolloutShape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The rollout as fed to the training graph, and the minibatch gathered from it. Every table has a row for each chunk,
 * {@code [chunk, step·width]}; a minibatch is given by the indices of its chunks.
 */
final class MinibatchInputs {
    /** Columns of the table of single values per step. */
    enum Column {
        /** Logarithm of the action's probability under the policy from which the ratio is counted. */
        LOG_PROBABILITY,
        /** Advantage. */
        ADVANTAGE,
        /** Return as the critic learns it. */
        TARGET,
        /** Value before the update. */
        OLD_VALUE,
        /** 1 if the step counts, 0 if it fills up a chunk. */
        MASK,
        /** 1 if an episode starts with the step. */
        START,
        /** Row of the episode's initial state, if it starts within the chunk. */
        INITIAL_STATE,
        /** What the step weighs in the policy's loss; 1 unless it was acted with an older policy. */
        WEIGHT;

        static final int COUNT = values().length;
    }

    final Placeholder<TInt32> chunks;
    final Placeholder<TFloat32> controllerInputs;
    final @Nullable Placeholder<TFloat32> criticInputs;
    final Placeholder<TFloat32> actions;
    final Placeholder<TFloat32> columns;
    final Placeholder<TFloat32> oldOutputs;
    final Placeholder<TFloat32> states;
    final Placeholder<TFloat32> initialStates;
    final Placeholder<TFloat32> criticStates;

    private final Ops tf;
    private final ChunkLayout layout;
    private final RolloutShape shape;
    private final int criticWidth;
    private final boolean unrolled;
    private final Map<Column, Operand<TFloat32>> byColumn = new EnumMap<>(Column.class);

    /** Adds placeholders and gathers. What controller and critic both see is fed and gathered once. */
    MinibatchInputs(Ops tf, PpoModel model) {
        this.tf = tf;
        layout = model.layout();
        shape = model.shape();
        criticWidth = model.criticWidth();
        unrolled = model.unrolls(model.controller());
        chunks = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(model.minibatchChunks())));
        controllerInputs = table(layout.length() * shape.observation());
        criticInputs = model.oneView() ? null : table(layout.length() * criticWidth);
        actions = table(layout.length() * shape.action());
        columns = table(layout.length() * Column.COUNT);
        oldOutputs = table(layout.length() * shape.outputs());
        states = table(unrolled ? shape.state() : layout.length() * shape.state());
        initialStates = table(shape.state());
        criticStates = table(model.critic().state().size());
        List<? extends Operand<TFloat32>> single = tf.unstack(
                        perStep(columns, Column.COUNT), (long) Column.COUNT, Unstack.axis(1L))
                .output();
        for (Column column : Column.values()) {
            byColumn.put(column, single.get(byColumn.size()));
        }
    }

    private Placeholder<TFloat32> table(int width) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, width)));
    }

    private Operand<TFloat32> gather(Operand<TFloat32> table) {
        return tf.gather(table, chunks, tf.constant(0));
    }

    /** The minibatch's rows of a table, {@code [chunk·step, width]}. */
    private Operand<TFloat32> perStep(Operand<TFloat32> table, int width) {
        return rows(gather(table), width);
    }

    /** Chunks, {@code [chunk, step·width]}, as {@code [chunk·step, width]}. */
    private Operand<TFloat32> rows(Operand<TFloat32> gathered, int width) {
        if (layout.length() == 1) {
            return gathered;
        }
        // A reshape cannot tell the number of rows that have no columns.
        Operand<TInt32> count = tf.math.mul(tf.size(chunks), tf.constant(layout.length()));
        return tf.reshape(
                gathered, width > 0 ? tf.constant(new int[] {-1, width}) : tf.stack(List.of(count, tf.constant(0))));
    }

    /** Controller inputs of every step, {@code [chunk·step, observation]}. */
    Operand<TFloat32> controllerInput() {
        return perStep(controllerInputs, shape.observation());
    }

    /** Critic inputs of every step, {@code [chunk·step, input]}. */
    Operand<TFloat32> criticInput(Operand<TFloat32> controllerInput) {
        return criticInputs == null ? controllerInput : perStep(criticInputs, criticWidth);
    }

    /** Actions of every step, {@code [chunk·step, action]}. */
    Operand<TFloat32> action() {
        return perStep(actions, shape.action());
    }

    /** Outputs of every step when it was acted, {@code [chunk·step, output]}. */
    Operand<TFloat32> oldOutput() {
        return perStep(oldOutputs, shape.outputs());
    }

    /**
     * The controller's states at the start of every chunk, {@code [chunk, state]}; before every step, {@code [chunk·step,
     * state]}, if it is not {@link PpoModel#unrolls unrolled}.
     */
    Operand<TFloat32> state() {
        return unrolled ? gather(states) : rows(gather(states), shape.state());
    }

    /** The critic's states at the start of every chunk, {@code [chunk, state]}; as many empty rows as steps if none. */
    Operand<TFloat32> criticState() {
        int width = (int) criticStates.shape().get(1);
        return width > 0 ? gather(criticStates) : rows(gather(criticStates), width);
    }

    /** One value of every step, {@code [chunk·step]}. */
    Operand<TFloat32> column(Column column) {
        return Objects.requireNonNull(byColumn.get(column));
    }

    /** Means over the minibatch's steps. */
    StepMean mean() {
        return new StepMean(layout.isPadded() ? column(Column.MASK) : null);
    }
}
