package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.recurrent.UniformWeights;
import dev.ganglion.controllers.tensor.Axes;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What passes between units: the first neurons of a unit, its input ports, receive
 * {@code f(LN(U Σ_{heard units} x_out))} of the last neurons, the output ports, of the units that it hears; its other
 * neurons receive nothing.
 *
 * <p>The published mask is applied around the whole of it (third-party form): U is a full matrix of which only this
 * part acts, and the normalisation runs over the masked zeros too. Here only the ports are computed and normalised, so
 * that other neurons receive exactly 0; that is ours.
 *
 * @param design what the net is like
 */
record Ports(CircuitNetDesign design) {
    /** U, {@code [unit, output port heard, input port]}. */
    static final String WEIGHTS = "port/weights";

    private static final String NORMALISATION = "port/normalisation";

    List<ParameterBlock> parameters() {
        int ports = design.ports();
        double limit = Math.sqrt(3.0 / ports);
        List<ParameterBlock> blocks = new ArrayList<>();
        blocks.add(UniformWeights.between(WEIGHTS, -limit, limit, design.units(), ports, ports));
        if (design.layerNorm()) {
            blocks.addAll(normalisation().parameters());
        }
        return List.copyOf(blocks);
    }

    private GroupNormalisation normalisation() {
        return new GroupNormalisation(NORMALISATION, design.units(), design.ports());
    }

    /**
     * Adds one iteration between the units to a graph.
     *
     * @param x activity, {@code [unit, batch, neuron]}
     * @return what each neuron receives, of the same shape
     */
    Operand<TFloat32> translate(Ops tf, Operand<TFloat32> x, ParameterOperands parameters) {
        int ports = design.ports();
        int neurons = design.neurons();
        Operand<TFloat32> out = tf.stridedSlice(x, Indices.ellipsis(), Indices.range(neurons - ports, neurons));
        Operand<TFloat32> drive = tf.train.batchMatMul(heard(tf, out), parameters.effective(WEIGHTS), TFloat32.class);
        Operand<TFloat32> received = design.activation()
                .apply(tf, design.layerNorm() ? normalisation().translate(tf, drive, parameters) : drive);
        int[][] margins = new int[x.shape().numDimensions()][2];
        margins[margins.length - 1][1] = neurons - ports;
        return tf.pad(received, tf.constant(margins), tf.constant(0f));
    }

    /** Sum over the units that each unit hears, {@code [unit, batch, port]}. */
    private Operand<TFloat32> heard(Ops tf, Operand<TFloat32> out) {
        int units = design.units();
        boolean[][] joined = design.graph().joined(units);
        float[] sums = new float[units * units];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = joined[i / units][i % units] ? 1 : 0;
        }
        Operand<TFloat32> flat = Axes.replaceLast(tf, out, 2, -1);
        Operand<TFloat32> adjacency = Axes.constant(tf, sums, units, units);
        Operand<TFloat32> heard = flat.shape().numDimensions() == 2
                ? tf.linalg.matMul(adjacency, flat)
                : tf.train.batchMatMul(adjacency, flat, TFloat32.class);
        return Axes.replaceLast(tf, heard, 1, -1, design.ports());
    }
}
