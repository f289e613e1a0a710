package dev.ganglion.controllers.circuit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A leaky integrator with a graded output, as in continuous-time recurrent networks:
 *
 * <pre>{@code
 * τ dv/dt = −v + Σ w x + Σ g (v_other − v)
 * x = 1 / (1 + exp(−k (v + θ)))
 * }</pre>
 *
 * <p>by the Euler method. Source: Beer (1995), "On the dynamics of small continuous-time recurrent neural networks",
 * and Izquierdo and Beer (2018), whose worm has the gap junctions. Theirs has τ of 0.5 to 2 s, k = 1 and evolved θ and
 * weights of up to ±15. The usual constants here are ours, so that weights of size 1, as rate neurons have them, mean
 * the same: silent at rest, fully active at v = 1.
 *
 * @param timeConstant τ in s
 * @param gain k
 * @param bias θ
 */
public record LeakyIntegrator(Constant timeConstant, Constant gain, Constant bias) implements Membrane {
    private static final String TIME_CONSTANT = "time-constant";
    private static final String GAIN = "gain";
    private static final String BIAS = "bias";

    /** Checks the constants. */
    public LeakyIntegrator {
        named(timeConstant, gain, bias);
    }

    /** With the usual constants: τ = 0.05 s, k = 8, θ = −0.5. */
    public static LeakyIntegrator usual() {
        return new LeakyIntegrator(Constant.of(0.05), Constant.of(8), Constant.of(-0.5));
    }

    private static List<Constant.Named> named(Constant timeConstant, Constant gain, Constant bias) {
        return List.of(
                Constant.Named.positive(TIME_CONSTANT, timeConstant),
                Constant.Named.positive(GAIN, gain),
                Constant.Named.free(BIAS, bias));
    }

    @Override
    public List<Constant.Named> constants() {
        return named(timeConstant, gain, bias);
    }

    @Override
    public LeakyIntegrator withConstants(UnaryOperator<Constant> change) {
        return new LeakyIntegrator(change.apply(timeConstant), change.apply(gain), change.apply(bias));
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("voltage", 0));
    }

    @Override
    public Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        Ops tf = graph.tf();
        Operand<TFloat32> shifted = tf.math.add(variables.get(0), graph.constant(BIAS));
        return tf.math.sigmoid(tf.math.mul(graph.constant(GAIN), shifted));
    }

    @Override
    public Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    @Override
    public Optional<Operand<TFloat32>> conductanceLimit(MembraneGraph graph) {
        return Optional.of(graph.stableConductance(graph.rate(TIME_CONSTANT)));
    }

    @Override
    public List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Operand<TFloat32> voltage = variables.get(0);
        Operand<TFloat32> current = drive.current(graph.tf(), voltage);
        return List.of(graph.approach(voltage, current, graph.rate(TIME_CONSTANT)));
    }
}
