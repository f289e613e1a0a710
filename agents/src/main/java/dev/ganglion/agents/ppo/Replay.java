package dev.ganglion.agents.ppo;

import dev.ganglion.agents.ppo.MinibatchInputs.Column;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterOperands;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Replays a controller, or a critic, over the chunks of a minibatch, so that gradients flow back through its state.
 *
 * <p>A chunk begins in the state that was stored when it was acted. Where an episode begins within it, {@code s ← (1 −
 * start)·s + start·s₀} with that episode's own initial state. Truncated back-propagation through time with stored
 * states: Huang et al. 2022, details 34 and 36; Kapturowski et al. 2019, "Recurrent experience replay in distributed
 * reinforcement learning".
 *
 * <p>All chunks of a minibatch are replayed at once. Two halves that two threads could work on cost half as much
 * processor time again, and were no faster even for {@code stpn} with 64 units.
 */
final class Replay {
    /**
     * Most edges into an operation through which gradients flow. TensorFlow keeps more than eight in a set ordered by
     * their addresses, and sums gradients in that order: last bits would differ from process to process (edgeset.h,
     * gradients.cc).
     */
    static final int ORDERED_EDGES = 8;

    private final Ops tf;
    private final PpoModel model;
    private final Controller controller;
    private final ParameterOperands parameters;
    private final MinibatchInputs minibatch;

    /** Into a graph. */
    Replay(Ops tf, PpoModel model, Controller controller, ParameterOperands parameters, MinibatchInputs minibatch) {
        this.tf = tf;
        this.model = model;
        this.controller = controller;
        this.parameters = parameters;
        this.minibatch = minibatch;
    }

    /**
     * Outputs of every step of the minibatch.
     *
     * @param input observations as they are taken, {@code [chunk·step, observation]}
     * @param states states at the start of every chunk, {@code [chunk, state]}; before every step, {@code [chunk·step,
     *     state]}, if it is not {@link PpoModel#unrolls unrolled}
     * @return {@code [chunk·step, output]}
     */
    Operand<TFloat32> outputs(Operand<TFloat32> input, Operand<TFloat32> states) {
        if (!model.unrolls(controller)) {
            return controller.translate(tf, input, states, parameters).output();
        }
        Controller.Unrolled unrolled = controller.unrolled(tf, parameters);
        Operand<TFloat32> outputs = outputs(unrolled, chunks(input, states));
        return tf.reshape(outputs, tf.constant(new int[] {-1, controller.outputs()}));
    }

    /** Outputs of some chunks, {@code [chunk, step, output]}. */
    private Operand<TFloat32> outputs(Controller.Unrolled unrolled, Chunks chunks) {
        List<? extends Operand<TFloat32>> parts = split(chunks.states);
        List<Operand<TFloat32>> outputs = new ArrayList<>();
        for (int step = 0; step < model.layout().length(); step++) {
            if (step > 0) {
                parts = begun(chunks, step, parts);
            }
            Controller.Recurrence next = unrolled.step(chunks.inputs.get(step), parts);
            outputs.add(next.output());
            parts = next.parts();
        }
        return stacked(outputs);
    }

    /** Outputs of each step, {@code [chunk, output]}, as {@code [chunk, step, output]}. */
    private Operand<TFloat32> stacked(List<Operand<TFloat32>> outputs) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int from = 0; from < outputs.size(); from += ORDERED_EDGES) {
            int to = Math.min(from + ORDERED_EDGES, outputs.size());
            parts.add(tf.stack(outputs.subList(from, to), Stack.axis(1L)));
        }
        int few = ORDERED_EDGES - 1; // the axis has an edge too
        while (parts.size() > 1) {
            List<Operand<TFloat32>> joined = new ArrayList<>();
            for (int from = 0; from < parts.size(); from += few) {
                List<Operand<TFloat32>> next = parts.subList(from, Math.min(from + few, parts.size()));
                joined.add(next.size() == 1 ? next.get(0) : tf.concat(next, tf.constant(1)));
            }
            parts = joined;
        }
        return parts.get(0);
    }

    /** The states before a step, in parts: the initial one where an episode begins with it. */
    private List<Operand<TFloat32>> begun(Chunks chunks, int step, List<? extends Operand<TFloat32>> parts) {
        Operand<TFloat32> start = chunks.starts.get(step);
        Operand<TFloat32> goesOn = tf.math.sub(tf.constant(1f), start);
        List<Operand<TFloat32>> begun = new ArrayList<>();
        for (Operand<TFloat32> part : parts) {
            begun.add(tf.math.mul(part, goesOn));
        }
        if (controller.beginsAtRest()) {
            return begun;
        }
        Operand<TInt32> row =
                tf.dtypes.cast(tf.reshape(chunks.rows.get(step), tf.constant(new int[] {-1})), TInt32.class);
        int index = 0;
        for (Operand<TFloat32> initial : split(tf.gather(minibatch.initialStates, row, tf.constant(0)))) {
            begun.set(index, tf.math.add(begun.get(index), tf.math.mul(start, initial)));
            index++;
        }
        return begun;
    }

    private List<? extends Operand<TFloat32>> split(Operand<TFloat32> states) {
        List<Integer> sizes = controller.stateParts();
        if (sizes.size() == 1) {
            return List.of(states);
        }
        int[] lengths = sizes.stream().mapToInt(Integer::intValue).toArray();
        return tf.splitV(states, tf.constant(lengths), tf.constant(1), (long) lengths.length)
                .output();
    }

    private Chunks chunks(Operand<TFloat32> input, Operand<TFloat32> states) {
        return new Chunks(
                states,
                byTime(input, (int) input.shape().get(1)),
                byTime(minibatch.column(Column.START), 1),
                byTime(minibatch.column(Column.INITIAL_STATE), 1));
    }

    /** One {@code [chunk, width]} for each step, of a table of the minibatch's steps, {@code [chunk·step, width]}. */
    private List<? extends Operand<TFloat32>> byTime(Operand<TFloat32> table, int width) {
        int length = model.layout().length();
        Operand<TFloat32> cube = tf.reshape(table, tf.constant(new int[] {-1, length, width}));
        return tf.unstack(cube, (long) length, Unstack.axis(1L)).output();
    }

    /**
     * Some chunks of a minibatch.
     *
     * @param states their first states, {@code [chunk, state]}
     * @param inputs observations at each of their steps, {@code [chunk, observation]} each
     * @param starts 1 where an episode begins with the step, {@code [chunk, 1]} each
     * @param rows row of that episode's initial state, {@code [chunk, 1]} each
     */
    private record Chunks(
            Operand<TFloat32> states,
            List<? extends Operand<TFloat32>> inputs,
            List<? extends Operand<TFloat32>> starts,
            List<? extends Operand<TFloat32>> rows) {}
}
