package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The simple recurrent network {@code h ← tanh(W x + U h + b)} (Elman 1990, "Finding structure in time").
 *
 * @param inputs number of inputs
 * @param hidden number of units
 */
record RnnCell(int inputs, int hidden) implements RecurrentCell {
    @Override
    public List<ParameterBlock> parameters() {
        return weights().parameters();
    }

    private GatedWeights weights() {
        return new GatedWeights("recurrent", inputs, hidden, 1);
    }

    @Override
    public StateLayout state() {
        return StateLayout.of(StateLayout.Part.of("hidden", hidden));
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> presynaptic = tf.concat(List.of(input, memory.get(0)), tf.constant(-1));
        Operand<TFloat32> next =
                tf.math.tanh(weights().drive(tf, presynaptic, parameters).get(0));
        return Activity.withEnergy(next, List.of(next), weights().energy(tf, presynaptic, parameters));
    }
}
