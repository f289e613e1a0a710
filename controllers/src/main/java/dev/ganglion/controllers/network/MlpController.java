package dev.ganglion.controllers.network;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.StateSpec;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A dense network from the whole observation to the whole action, without memory.
 *
 * @param name canonical name
 * @param network the network
 */
public record MlpController(String name, DenseNetwork network) implements Controller {
    @Override
    public List<ParameterBlock> parameters() {
        return network.parameters();
    }

    @Override
    public StateSpec state() {
        return StateSpec.none();
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        return new float[0];
    }

    @Override
    public boolean beginsAtRest() {
        return true;
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    @Override
    public boolean takesRawSignals() {
        return false;
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters) {
        // TensorFlow refuses to fetch a tensor that is itself fed, so the empty state is passed on as one of its own.
        return new Step(network.translate(tf, observation, parameters), tf.identity(state));
    }
}
