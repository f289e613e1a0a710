package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Gated recurrent units in their first form (Cho et al. 2014, "Learning phrase representations using RNN
 * encoder-decoder for statistical machine translation", arXiv 1406.1078, equations 5 to 8):
 *
 * <pre>{@code
 * r = σ(W_r x + U_r h + b_r)           reset
 * z = σ(W_z x + U_z h + b_z)           keep
 * c = tanh(W x + U (r ⊙ h) + b)        candidate
 * h ← z ⊙ h + (1 − z) ⊙ c
 * }</pre>
 *
 * <p>PyTorch's variant resets {@code U h} instead of {@code h}.
 *
 * @param inputs number of inputs
 * @param hidden number of units
 */
public record GruCell(int inputs, int hidden) implements RecurrentCell {
    @Override
    public List<ParameterBlock> parameters() {
        return Stream.concat(gates().parameters().stream(), candidate().parameters().stream())
                .toList();
    }

    private GatedWeights gates() {
        return new GatedWeights("gates", inputs, hidden, 2);
    }

    private GatedWeights candidate() {
        return new GatedWeights("candidate", inputs, hidden, 1);
    }

    @Override
    public StateLayout state() {
        return StateLayout.of(StateLayout.Part.of("hidden", hidden));
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> previous = memory.get(0);
        Operand<TFloat32> presynaptic = tf.concat(List.of(input, previous), tf.constant(-1));
        List<Operand<TFloat32>> drive = gates().drive(tf, presynaptic, parameters);
        Operand<TFloat32> reset = tf.math.sigmoid(drive.get(0));
        Operand<TFloat32> keep = tf.math.sigmoid(drive.get(1));
        Operand<TFloat32> gated = tf.concat(List.of(input, tf.math.mul(reset, previous)), tf.constant(-1));
        Operand<TFloat32> proposed =
                tf.math.tanh(candidate().drive(tf, gated, parameters).get(0));
        Operand<TFloat32> next = tf.math.add(proposed, tf.math.mul(keep, tf.math.sub(previous, proposed)));
        Operand<TFloat32> energy = tf.math.add(
                gates().energy(tf, presynaptic, parameters), candidate().energy(tf, gated, parameters));
        return Activity.withEnergy(next, List.of(next), energy);
    }
}
