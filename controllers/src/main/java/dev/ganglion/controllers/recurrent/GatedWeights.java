package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The affine maps from the input and the units' previous activity to the units' gates, all in one matrix.
 *
 * <p>They have one bias for each gate and unit; PyTorch's layers have two, whose sum is all that matters.
 *
 * @param name what its parameter blocks' names begin with
 * @param inputs number of inputs
 * @param units number of units
 * @param gates number of gates a unit has
 */
record GatedWeights(String name, int inputs, int units, int gates) {
    /** Weights {@code [inputs + units, gates · units]} and biases {@code [gates · units]}. */
    List<ParameterBlock> parameters() {
        return List.of(
                UniformWeights.recurrent(weights(), units, inputs + units, gates * units),
                UniformWeights.recurrent(biases(), units, gates * units));
    }

    /** The same parameters, with a bias of 1 for one of the gates. */
    List<ParameterBlock> parametersOpening(int gate) {
        DenseParameters drawn = UniformWeights.recurrent(biases(), units, gates * units);
        DenseParameters open = new DenseParameters(biases(), drawn.shape(), random -> {
            float[] values = drawn.initialise(random);
            java.util.Arrays.fill(values, gate * units, (gate + 1) * units, 1);
            return values;
        });
        return List.of(parameters().get(0), open);
    }

    /** Drive of the gates, {@code [batch, units]} for each. */
    List<Operand<TFloat32>> drive(Ops tf, Operand<TFloat32> presynaptic, ParameterOperands parameters) {
        Operand<TFloat32> product = Products.product(tf, presynaptic, parameters.effective(weights()));
        Operand<TFloat32> sum = Products.addRow(tf, product, parameters.effective(biases()));
        return gates == 1
                ? List.of(sum)
                : new ArrayList<>(tf.split(tf.constant(-1), sum, (long) gates).output());
    }

    /** Energy, summed over a unit's gates and averaged over units, {@code [batch]}. */
    Operand<TFloat32> energy(Ops tf, Operand<TFloat32> presynaptic, ParameterOperands parameters) {
        return SynapticEnergy.ofShared(tf, parameters.effective(weights()), presynaptic, units);
    }

    private String weights() {
        return name + "/weights";
    }

    private String biases() {
        return name + "/biases";
    }
}
