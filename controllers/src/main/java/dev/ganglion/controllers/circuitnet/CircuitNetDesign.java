package dev.ganglion.controllers.circuitnet;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a net of circuit motif units is like.
 *
 * @param inputs number of inputs
 * @param units number of units, C
 * @param neurons neurons of a unit, N
 * @param ports neurons of a unit that hear other units, and as many that are heard by them, at most N
 * @param iterations how often signals are passed on in a control step, T
 * @param operators how the neurons of a unit act on one another
 * @param productRank rank of the pair products; 0 for all N³ of them
 * @param layerNorm whether the input of the neurons is normalised within a unit
 * @param activation what a neuron makes of its input
 * @param graph which units hear which
 * @param carry whether a control step begins where the last one ended, with the encoded observation added, rather than
 *     with the encoded observation alone
 */
public record CircuitNetDesign(
        int inputs,
        int units,
        int neurons,
        int ports,
        int iterations,
        Set<Operator> operators,
        int productRank,
        boolean layerNorm,
        UnitActivation activation,
        UnitGraph graph,
        boolean carry) {
    /** The two operators on which independent reimplementations agree. */
    public static final Set<Operator> CORE = Set.of(Operator.LINEAR, Operator.PRODUCT);

    /** All three operators that the paper's abstract names; the form of the attention is our reading. */
    public static final Set<Operator> FULL = Set.of(Operator.LINEAR, Operator.PRODUCT, Operator.ATTENTION);

    /** Copies the operators and checks the sizes. */
    public CircuitNetDesign {
        operators = Set.copyOf(operators.isEmpty() ? operators : EnumSet.copyOf(operators));
        if (inputs < 1 || units < 1 || neurons < 1 || iterations < 1 || productRank < 0 || operators.isEmpty()) {
            throw new IllegalArgumentException(
                    "A net has inputs, units, neurons, iterations and operators, not " + inputs + ", " + units + ", "
                            + neurons + ", " + iterations + ", " + operators + " with rank " + productRank);
        }
        if (ports < 1 || ports > neurons) {
            throw new IllegalArgumentException("A unit of " + neurons + " neurons cannot have " + ports + " ports");
        }
    }

    boolean has(Operator operator) {
        return operators.contains(operator);
    }

    boolean hasPorts() {
        return !(graph instanceof UnitGraph.None);
    }
}
