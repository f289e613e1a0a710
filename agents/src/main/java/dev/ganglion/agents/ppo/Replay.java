package dev.ganglion.agents.ppo;

import dev.ganglion.agents.ppo.MinibatchInputs.Column;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterOperands;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Replays a controller over the chunks of a minibatch, so that gradients flow back through its state.
 *
 * <p>A chunk begins in the state that was stored when it was acted. Where an episode begins within it, {@code s ← (1 −
 * start)·s + start·s₀} with that episode's own initial state. Truncated back-propagation through time with stored
 * states: Huang et al. 2022, details 34 and 36; Kapturowski et al. 2019, "Recurrent experience replay in distributed
 * reinforcement learning".
 */
final class Replay {
    private Replay() {}

    /**
     * Outputs of every step of the minibatch.
     *
     * @param input observations as the controller takes them, {@code [chunk·step, observation]}
     * @param length steps in a chunk
     * @return {@code [chunk·step, output]}
     */
    static Operand<TFloat32> outputs(
            Ops tf,
            Controller controller,
            ParameterOperands parameters,
            MinibatchInputs minibatch,
            Operand<TFloat32> input,
            RolloutShape shape,
            int length) {
        if (length == 1) {
            return controller
                    .translate(tf, input, minibatch.state(), parameters)
                    .output();
        }
        List<? extends Operand<TFloat32>> inputs = minibatch.byTime(input, shape.observation());
        List<? extends Operand<TFloat32>> starts = minibatch.byTime(minibatch.column(Column.START), 1);
        List<? extends Operand<TFloat32>> rows = minibatch.byTime(minibatch.column(Column.INITIAL_STATE), 1);
        Operand<TFloat32> state = minibatch.state();
        List<Operand<TFloat32>> outputs = new ArrayList<>();
        for (int step = 0; step < length; step++) {
            if (step > 0) {
                Operand<TInt32> row =
                        tf.dtypes.cast(tf.reshape(rows.get(step), tf.constant(new int[] {-1})), TInt32.class);
                Operand<TFloat32> initial = tf.gather(minibatch.initialStates, row, tf.constant(0));
                state = tf.math.add(
                        tf.math.mul(tf.math.sub(tf.constant(1f), starts.get(step)), state),
                        tf.math.mul(starts.get(step), initial));
            }
            Controller.Step next = controller.translate(tf, inputs.get(step), state, parameters);
            outputs.add(next.output());
            state = next.state();
        }
        Operand<TFloat32> cube = tf.stack(outputs, Stack.axis(1L));
        return tf.reshape(cube, tf.constant(new int[] {-1, shape.outputs()}));
    }
}
