package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.network.LayerNormalisation;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.tensor.Products;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A recurrent network whose recent activities attract it through fast weights {@code A}:
 *
 * <pre>{@code
 * A ← 0.9 A + 0.5 h hᵀ
 * d = W x + U h + b
 * h ← tanh(LN(d + A tanh(d)))          one inner step
 * }</pre>
 *
 * <p>Source: Ba, Hinton, Mnih, Leibo and Ionescu (2016), "Using fast weights to attend to the recent past", arXiv
 * 1610.06258, equations 1 and 2, with the decay, rate and one inner step used for the comparison in Rodriguez, Guo and
 * Moraitis (2022). LN is layer normalisation with a learned gain and offset. Tanh is ours, as in the other baselines.
 *
 * @param inputs number of inputs
 * @param hidden number of units
 */
record FastWeightsCell(int inputs, int hidden) implements RecurrentCell {
    private static final float DECAY = 0.9f;
    private static final float RATE = 0.5f;
    private static final String FAST = "fast";
    private static final String GAIN = "normalisation/gain";
    private static final String OFFSET = "normalisation/offset";

    @Override
    public List<ParameterBlock> parameters() {
        List<ParameterBlock> blocks = new ArrayList<>(slow().parameters());
        blocks.add(new DenseParameters(GAIN, List.of(hidden), random -> ones()));
        blocks.add(DenseParameters.zeros(OFFSET, hidden));
        return List.copyOf(blocks);
    }

    private float[] ones() {
        float[] ones = new float[hidden];
        Arrays.fill(ones, 1);
        return ones;
    }

    private GatedWeights slow() {
        return new GatedWeights("slow", inputs, hidden, 1);
    }

    @Override
    public StateLayout state() {
        return StateLayout.of(StateLayout.Part.of("hidden", hidden), StateLayout.Part.of(FAST, hidden, hidden));
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return List.of(new PlasticWeights(FAST, PlasticWeights.Meaning.CHANGE, state().offset(FAST), hidden, hidden));
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> previous = memory.get(0);
        Operand<TFloat32> coincidence = SampleMatrices.outer(tf, previous, previous);
        Operand<TFloat32> fast = tf.math.add(
                tf.math.mul(memory.get(1), tf.constant(DECAY)), tf.math.mul(coincidence, tf.constant(RATE)));
        Operand<TFloat32> presynaptic = tf.concat(List.of(input, previous), tf.constant(-1));
        Operand<TFloat32> drive = slow().drive(tf, presynaptic, parameters).get(0);
        Operand<TFloat32> first = tf.math.tanh(drive);
        Operand<TFloat32> attracted = tf.math.add(drive, SampleMatrices.product(tf, fast, first));
        Operand<TFloat32> next = tf.math.tanh(normalised(tf, attracted, parameters));
        Operand<TFloat32> inner = tf.math.mean(SynapticEnergy.ofSamples(tf, fast, first), tf.constant(-1));
        Operand<TFloat32> energy = tf.math.add(slow().energy(tf, presynaptic, parameters), inner);
        return Activity.withEnergy(next, List.of(next, fast), energy);
    }

    private static Operand<TFloat32> normalised(Ops tf, Operand<TFloat32> values, ParameterOperands parameters) {
        Operand<TFloat32> gain = SampleMatrices.alongBatch(tf, parameters.effective(GAIN), 1);
        Operand<TFloat32> scaled = tf.math.mul(LayerNormalisation.apply(tf, values), gain);
        return Products.addRow(tf, scaled, parameters.effective(OFFSET));
    }
}
