package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Long short-term memory with a forget gate (Hochreiter and Schmidhuber 1997; Gers, Schmidhuber and Cummins 2000):
 *
 * <pre>{@code
 * i, f, o = σ(W x + U h + b)           input, forget and output gate
 * g = tanh(W x + U h + b)              candidate
 * c ← f ⊙ c + i ⊙ g
 * h = o ⊙ tanh(c)
 * }</pre>
 *
 * <p>The forget gate's bias begins at 1, as Jozefowicz, Zaremba and Sutskever (2015) found best.
 *
 * @param inputs number of inputs
 * @param hidden number of units
 */
public record LstmCell(int inputs, int hidden) implements RecurrentCell {
    private static final int FORGET = 1;

    @Override
    public List<ParameterBlock> parameters() {
        return gates().parametersOpening(FORGET);
    }

    private GatedWeights gates() {
        return new GatedWeights("gates", inputs, hidden, 4);
    }

    @Override
    public StateLayout state() {
        return StateLayout.of(StateLayout.Part.of("hidden", hidden), StateLayout.Part.of("cell", hidden));
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> presynaptic = tf.concat(List.of(input, memory.get(0)), tf.constant(-1));
        List<Operand<TFloat32>> drive = gates().drive(tf, presynaptic, parameters);
        Operand<TFloat32> admitted = tf.math.mul(tf.math.sigmoid(drive.get(0)), tf.math.tanh(drive.get(2)));
        Operand<TFloat32> kept = tf.math.mul(tf.math.sigmoid(drive.get(FORGET)), memory.get(1));
        Operand<TFloat32> cell = tf.math.add(kept, admitted);
        Operand<TFloat32> next = tf.math.mul(tf.math.sigmoid(drive.get(3)), tf.math.tanh(cell));
        return Activity.withEnergy(next, List.of(next, cell), gates().energy(tf, presynaptic, parameters));
    }
}
