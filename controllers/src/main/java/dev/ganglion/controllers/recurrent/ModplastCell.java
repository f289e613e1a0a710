package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.tensor.Products;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A recurrent network whose synapses between units are plastic under a modulator that the network itself sets:
 *
 * <pre>{@code
 * h' = tanh(W x + b + (w + α ⊙ Heb) h)
 * m = tanh(v·h' + c)
 * Heb ← clip(Heb + m h' hᵀ, −1, 1)
 * }</pre>
 *
 * <p>Source: Miconi, Rawal, Clune and Stanley (2019), "Backpropamine: training self-modifying neural networks with
 * differentiable neuromodulated plasticity", in the form compared with in Rodriguez, Guo and Moraitis (2022): one
 * modulator for the whole network, added to Heb at once. Initial values are ours: {@code w}, {@code W}, {@code b}, {@code
 * v} and {@code c} like the other baselines' weights, {@code α} a tenth of that.
 *
 * @param inputs number of inputs
 * @param hidden number of units
 */
record ModplastCell(int inputs, int hidden) implements RecurrentCell {
    private static final String INPUT_WEIGHTS = "input/weights";
    private static final String BIASES = "input/biases";
    private static final String RECURRENT_WEIGHTS = "recurrent/weights";
    private static final String RECURRENT_PLASTICITY = "recurrent/plasticity";
    private static final String MODULATOR_WEIGHTS = "modulator/weights";
    private static final String MODULATOR_BIAS = "modulator/bias";
    private static final String TRACE = "trace";
    private static final double PLASTICITY_SCALE = 0.1;

    @Override
    public List<ParameterBlock> parameters() {
        double limit = PLASTICITY_SCALE / Math.sqrt(hidden);
        return List.of(
                UniformWeights.recurrent(INPUT_WEIGHTS, hidden, inputs, hidden),
                UniformWeights.recurrent(BIASES, hidden, hidden),
                UniformWeights.recurrent(RECURRENT_WEIGHTS, hidden, hidden, hidden),
                UniformWeights.between(RECURRENT_PLASTICITY, -limit, limit, hidden, hidden),
                UniformWeights.recurrent(MODULATOR_WEIGHTS, hidden, hidden, 1),
                DenseParameters.zeros(MODULATOR_BIAS, 1));
    }

    @Override
    public StateLayout state() {
        return StateLayout.of(StateLayout.Part.of("hidden", hidden), StateLayout.Part.of(TRACE, hidden, hidden));
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return List.of(new PlasticWeights(TRACE, PlasticWeights.Meaning.TRACE, state().offset(TRACE), hidden, hidden));
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> previous = memory.get(0);
        Operand<TFloat32> plasticity = SampleMatrices.alongBatch(tf, parameters.effective(RECURRENT_PLASTICITY), 2);
        Operand<TFloat32> weights = SampleMatrices.alongBatch(tf, parameters.effective(RECURRENT_WEIGHTS), 2);
        Operand<TFloat32> efficacy = tf.math.add(weights, tf.math.mul(plasticity, memory.get(1)));
        Operand<TFloat32> inputWeights = parameters.effective(INPUT_WEIGHTS);
        Operand<TFloat32> sensed =
                Products.addRow(tf, Products.product(tf, input, inputWeights), parameters.effective(BIASES));
        Operand<TFloat32> next = tf.math.tanh(tf.math.add(sensed, SampleMatrices.product(tf, efficacy, previous)));
        Operand<TFloat32> energy = tf.math.add(
                SynapticEnergy.ofShared(tf, inputWeights, input, hidden),
                tf.math.mean(SynapticEnergy.ofSamples(tf, efficacy, previous), tf.constant(-1)));
        return Activity.withEnergy(next, List.of(next, learned(tf, memory, next, parameters)), energy);
    }

    private static Operand<TFloat32> learned(
            Ops tf, List<Operand<TFloat32>> memory, Operand<TFloat32> next, ParameterOperands parameters) {
        Operand<TFloat32> modulator = tf.math.tanh(Products.addRow(
                tf,
                Products.product(tf, next, parameters.effective(MODULATOR_WEIGHTS)),
                parameters.effective(MODULATOR_BIAS)));
        Operand<TFloat32> growth = SampleMatrices.outer(tf, tf.math.mul(next, modulator), memory.get(0));
        return tf.clipByValue(tf.math.add(memory.get(1), growth), tf.constant(-1f), tf.constant(1f));
    }
}
