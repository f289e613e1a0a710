package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.parameter.InitialValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A neuron that answers to its input: at once ({@link Memoryless}), or through a {@link Membrane}.
 *
 * <p>In a circuit with {@link Dynamics} it has variables that last from one inner step to the next. Its voltage has no
 * unit: 0 at rest, and about 1 where it is fully active or fires.
 */
public sealed interface Receiver extends NeuronModel permits Memoryless, Membrane {
    /**
     * What such a neuron remembers.
     *
     * @param name name, such as {@code voltage}
     * @param initial value at the beginning of an episode; each neuron's is drawn by itself
     */
    record Variable(String name, InitialValue initial) {
        /** One that always begins alike. */
        public Variable(String name, double initial) {
            this(name, new InitialValue.Fixed(initial));
        }
    }

    /** The constants of its equations, in a fixed order. */
    List<Constant.Named> constants();

    /** The same model with each constant changed. */
    Receiver withConstants(UnaryOperator<Constant> change);

    /** Its variables, in the order of the state. */
    List<Variable> variables();

    /**
     * What it sends to others.
     *
     * @param variables {@code [batch, neurons]} each
     * @return {@code [batch, neurons]}
     */
    Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables);

    /**
     * Its voltage, down whose differences current flows through gap junctions.
     *
     * @param variables {@code [batch, neurons]} each
     * @return {@code [batch, neurons]}
     */
    Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables);

    /**
     * The largest Σ g of its gap junctions that an explicit inner step can carry without throwing its voltage ever
     * further beyond its neighbours', in a form that broadcasts to {@code [batch, neurons]}; empty if any can be.
     */
    default Optional<Operand<TFloat32>> conductanceLimit(MembraneGraph graph) {
        return Optional.empty();
    }

    /**
     * Its variables one inner step later.
     *
     * @param variables {@code [batch, neurons]} each
     * @param drive what its synapses bring
     * @return of the same shapes
     */
    List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive);
}
