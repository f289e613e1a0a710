package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A cell of a liquid time-constant network: synapses are conductances, so that a strong input makes it quicker.
 *
 * <pre>{@code
 * C dv/dt = L (E − v) + Σ |w x| (sign(w x) − v) + Σ g (v_other − v)
 * x = 1 / (1 + exp(−k (v − μ)))
 * }</pre>
 *
 * <p>by the fused step that solves for v with everything else held, and is stable whatever the weights:
 *
 * <pre>{@code
 * v ← (c v + L E + Σ w x + Σ g v_other) / (c + L + Σ |w x| + Σ g)        c = C / step
 * }</pre>
 *
 * <p>Source: Hasani, Lechner, Amini, Rus and Grosu (AAAI 2021), "Liquid time-constant networks", and the cell of Lechner
 * et al. (2020), "Neural circuit policies enabling auditable autonomy". Deviations: slope k and midpoint μ belong to the
 * sending neuron, not to each synapse, so that a layer is one dense product; a synapse's reversal potential is the sign
 * of its weight. Conductances are relative, so that C is in s. The usual constants are ours.
 *
 * @param capacitance C in s
 * @param leak L, conductance at rest
 * @param rest E, voltage that the leak draws to
 * @param slope k
 * @param midpoint μ, voltage of half activity
 */
public record LiquidTimeConstant(Constant capacitance, Constant leak, Constant rest, Constant slope, Constant midpoint)
        implements Membrane {
    private static final String CAPACITANCE = "capacitance";
    private static final String LEAK = "leak";
    private static final String REST = "rest";
    private static final String SLOPE = "slope";
    private static final String MIDPOINT = "midpoint";

    /** Checks the constants. */
    public LiquidTimeConstant {
        named(capacitance, leak, rest, slope, midpoint);
    }

    /** With the usual constants: C = 0.05 s, L = 0.2, E = 0, k = 8, μ = 0.4. */
    public static LiquidTimeConstant usual() {
        return new LiquidTimeConstant(
                Constant.of(0.05), Constant.of(0.2), Constant.of(0), Constant.of(8), Constant.of(0.4));
    }

    private static List<Constant.Named> named(
            Constant capacitance, Constant leak, Constant rest, Constant slope, Constant midpoint) {
        return List.of(
                Constant.Named.positive(CAPACITANCE, capacitance),
                Constant.Named.positive(LEAK, leak),
                Constant.Named.free(REST, rest),
                Constant.Named.positive(SLOPE, slope),
                Constant.Named.free(MIDPOINT, midpoint));
    }

    @Override
    public List<Constant.Named> constants() {
        return named(capacitance, leak, rest, slope, midpoint);
    }

    @Override
    public LiquidTimeConstant withConstants(UnaryOperator<Constant> change) {
        return new LiquidTimeConstant(
                change.apply(capacitance),
                change.apply(leak),
                change.apply(rest),
                change.apply(slope),
                change.apply(midpoint));
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("voltage", 0));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        Ops tf = graph.tf();
        Operand<TFloat32> shifted = tf.math.sub(variables.get(0), graph.constant(MIDPOINT));
        return tf.math.sigmoid(tf.math.mul(graph.constant(SLOPE), shifted));
    }

    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Ops tf = graph.tf();
        Operand<TFloat32> inertia = tf.math.div(graph.constant(CAPACITANCE), tf.constant((float) graph.stepSeconds()));
        Operand<TFloat32> leak = graph.constant(LEAK);
        Operand<TFloat32> pull = tf.math.add(
                tf.math.mul(inertia, variables.get(0)),
                tf.math.add(tf.math.mul(leak, graph.constant(REST)), drive.input()));
        Operand<TFloat32> hold =
                tf.math.add(tf.math.add(inertia, leak), drive.conductance().get());
        Drive.Junctions junctions = drive.junctions();
        if (junctions != null) {
            pull = tf.math.add(pull, junctions.inflow());
            hold = tf.math.add(hold, junctions.conductance());
        }
        return List.of(tf.math.div(pull, hold));
    }
}
