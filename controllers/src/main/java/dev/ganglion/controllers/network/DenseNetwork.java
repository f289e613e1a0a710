package dev.ganglion.controllers.network;

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
 * A feed-forward network of dense layers with a linear output, as policies and critics use it.
 *
 * <p>Weights begin orthogonal, with gain √2 in the hidden layers and a chosen gain in the output layer; biases begin at
 * zero. The gains are those of the PPO reference implementation (Huang et al. 2022, "The 37 implementation details of
 * PPO", detail 2): 0.01 for a policy's output, 1 for a value.
 *
 * @param prefix what its parameter blocks' names begin with, such as {@code critic/}; may be empty
 * @param inputs number of inputs
 * @param hidden sizes of the hidden layers, first to last; may be empty
 * @param outputs number of outputs
 * @param activation what hidden units do
 * @param outputGain gain of the output layer's initial weights
 */
public record DenseNetwork(
        String prefix, int inputs, List<Integer> hidden, int outputs, Activation activation, double outputGain) {
    private static final double HIDDEN_GAIN = Math.sqrt(2);

    /** Copies the sizes and checks that all are positive. */
    public DenseNetwork {
        hidden = List.copyOf(hidden);
        if (inputs < 1 || outputs < 1 || hidden.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "A network needs at least one unit in each layer, not " + inputs + ", " + hidden + ", " + outputs);
        }
    }

    /** For each layer a weight block {@code [in, out]} and a bias block {@code [out]}, first layer first. */
    public List<ParameterBlock> parameters() {
        List<ParameterBlock> blocks = new ArrayList<>();
        int in = inputs;
        for (int layer = 0; layer <= hidden.size(); layer++) {
            int rows = in;
            int columns = layer < hidden.size() ? hidden.get(layer) : outputs;
            double gain = layer < hidden.size() ? HIDDEN_GAIN : outputGain;
            blocks.add(new DenseParameters(
                    weights(layer), List.of(rows, columns), random -> Orthogonal.matrix(rows, columns, gain, random)));
            blocks.add(DenseParameters.zeros(biases(layer), columns));
            in = columns;
        }
        return List.copyOf(blocks);
    }

    /**
     * Adds the network to a graph.
     *
     * @param tf where to add
     * @param input {@code [batch, inputs]}, with a population axis in front if the parameters have one
     * @param parameters effective values of {@link #parameters()}
     * @return {@code [batch, outputs]}
     */
    public Operand<TFloat32> translate(Ops tf, Operand<TFloat32> input, ParameterOperands parameters) {
        Operand<TFloat32> signal = input;
        for (int layer = 0; layer <= hidden.size(); layer++) {
            Operand<TFloat32> product = Products.product(tf, signal, parameters.effective(weights(layer)));
            Operand<TFloat32> sum = Products.addRow(tf, product, parameters.effective(biases(layer)));
            signal = layer < hidden.size() ? activation.apply(tf, sum) : sum;
        }
        return signal;
    }

    private String weights(int layer) {
        return prefix + "layer-" + layer + "/weights";
    }

    private String biases(int layer) {
        return prefix + "layer-" + layer + "/biases";
    }
}
